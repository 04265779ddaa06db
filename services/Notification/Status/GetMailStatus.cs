using Helpdesk.Api.MailStatus;

namespace Helpdesk.Notification.Status;

public static class GetMailStatus
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("", HandleAsync)
        .AllowAnonymous().WithName("GetMailStatus").WithSummary("Whether mails leave in time; a few seconds old at most");

    static ValueTask<MailStatusResponse> HandleAsync(CachedMailStatus status, CancellationToken cancellationToken) =>
        status.GetAsync(cancellationToken);
}
