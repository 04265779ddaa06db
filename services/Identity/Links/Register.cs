using Helpdesk.Api.Formats;
using Helpdesk.Api.Registrations;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Helpdesk.Identity.Links;

static class Register
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("", HandleAsync)
        .AllowAnonymous()
        .WithName("Register")
        .WithSummary("Asks for a customer's account; whatever the address, the answer is the same, and all the rest goes by mail");

    /// <summary>Nothing is looked up here: neither the answer nor its time can tell who has an account.</summary>
    static async Task<Accepted> HandleAsync(
        RegistrationRequest request, AccountsDbContext db, IPublishEndpoint outbox, CancellationToken cancellationToken)
    {
        var submitted = new RegistrationSubmitted(TextSanitizer.Line(request.Name), request.Email.Trim(), request.Language ?? "en");
        await outbox.Publish(submitted, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Accepted((string?)null);
    }
}

/// <summary>Somebody wants an account: from Identity to itself.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Email">Email address as typed.</param>
/// <param name="Language">For the mail.</param>
public sealed record RegistrationSubmitted(string Name, string Email, string Language);
