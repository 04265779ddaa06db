using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Helpdesk.AppHost.Resources;

/// <summary>A server that is a container of this machine.</summary>
static class ServerContainer
{
    /// <summary>By the name that the engine knows it by, wherever it came from.</summary>
    public static IResourceBuilder<T> WithLocalImage<T>(this IResourceBuilder<T> container, string name) where T : ContainerResource =>
        (name.Split(':') is [var image, var tag] ? container.WithImage(image, tag) : container.WithImage(name, "latest"))
            .WithImageRegistry("");
}
