using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Helpdesk.AppHost.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.AppHost.Resources;

/// <summary>A service's credentials at a server, created by the AppHost once the server accepts connections.</summary>
sealed class SignInResource(string name, string connectionString) : Resource(name), IResourceWithConnectionString, IResourceWithWaitSupport
{
    public ReferenceExpression ConnectionStringExpression { get; } = ReferenceExpression.Create($"{connectionString}");
}

static class SignIns
{
    /// <summary>Running once <paramref name="ensure"/> has created it, or found it as it should be.</summary>
    public static IResourceBuilder<SignInResource> AddSignIn(this IResourceBuilder<IResource> server, string name, string kind,
        string connectionString, Func<CancellationToken, Task> ensure) =>
        server.ApplicationBuilder.AddResource(new SignInResource(name, connectionString))
            .WithReferenceRelationship(server)
            .WithInitialState(new CustomResourceSnapshot { ResourceType = kind, Properties = [], State = KnownResourceStates.Waiting })
            .OnInitializeResource(async (resource, e, token) =>
            {
                await e.Notifications.WaitForResourceHealthyAsync(server.Resource.Name, WaitBehavior.WaitOnResourceUnavailable, token);
                try
                {
                    await ensure(token);
                    await e.Notifications.PublishUpdateAsync(resource, x => x with { State = KnownResourceStates.Running });
                }
                catch (Exception exception) when (!token.IsCancellationRequested)
                {
                    e.Services.GetRequiredService<Shutdown>().Fail($"{server.Resource.Name} did not take {name}: {exception.Message}");
                }
            });
}
