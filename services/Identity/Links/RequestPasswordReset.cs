using Helpdesk.Api.PasswordResets;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Helpdesk.Identity.Links;

static class RequestPasswordReset
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("", HandleAsync)
        .AllowAnonymous()
        .WithName("RequestPasswordReset")
        .WithSummary("Asks for a link to choose another password; whatever the address, the answer is the same");

    static async Task<Accepted> HandleAsync(
        PasswordResetRequest request, AccountsDbContext db, IPublishEndpoint outbox, CancellationToken cancellationToken)
    {
        await outbox.Publish(new PasswordResetSubmitted(request.Email), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Accepted((string?)null);
    }
}

/// <summary>Somebody says that they forgot their password: from Identity to itself.</summary>
/// <param name="Email">Email address as typed.</param>
public sealed record PasswordResetSubmitted(string Email);
