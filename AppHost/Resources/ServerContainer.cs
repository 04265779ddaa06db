using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Helpdesk.AppHost.Resources;

/// <summary>A server as a local container.</summary>
static class ServerContainer
{
    /// <summary>An image by its local name, from whatever registry it came.</summary>
    public static IResourceBuilder<T> WithLocalImage<T>(this IResourceBuilder<T> container, string name) where T : ContainerResource =>
        (name.Split(':') is [var image, var tag] ? container.WithImage(image, tag) : container.WithImage(name, "latest"))
            .WithImageRegistry("");
}
