using Helpdesk.Api.Operations;

namespace Helpdesk.Operations.Status;

public static class GetStatus
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/status", HandleAsync)
        .AllowAnonymous().WithName("GetStatus").WithSummary("Whether all goes well behind the pages; a few seconds old at most");

    static async Task<StatusResponse> HandleAsync(CachedStatus status, CancellationToken cancellationToken) =>
        new(await status.ReadAsync(cancellationToken));
}
