using Helpdesk.ServiceDefaults.Results;

namespace Helpdesk.Identity.Sessions;

/// <summary>Refuses besides (<see cref="LiveSessionFilter"/>) whoever is no administrator any more.</summary>
sealed class LiveAdministratorFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        (await context.HttpContext.CheckAdministratorAsync()).IsRefused(out var refusal) ? refusal.ToProblem() : await next(context);
}
