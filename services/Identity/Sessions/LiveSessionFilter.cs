namespace Helpdesk.Identity.Sessions;

/// <summary>
/// Refuses an access token whose session has ended: elsewhere it stays good for up to an hour, but whoever was suspended must not
/// use that hour to change accounts.
/// </summary>
sealed class LiveSessionFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await context.HttpContext.LiveRolesAsync() is null ? SessionRefusals.Ended.ToProblem() : await next(context);
}
