using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api.Formats;
using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Database;
using Helpdesk.ServiceDefaults.Idempotency;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Protection;
using Helpdesk.ServiceDefaults.Results;
using Helpdesk.Ticketing.Files;
using Helpdesk.Ticketing.LocalCopies;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Tracking;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Opening;

static class OpenTicket
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("", HandleAsync).AllowAnonymous().WithIdempotencyKey()
        .WithName("OpenTicket").WithSummary("Opens a ticket: anonymously with a solved captcha, signed in, or by staff for a customer")
        .Produces<OpenTicketResponse>(StatusCodes.Status201Created).ProducesValidationProblem();

    static async Task<IResult> HandleAsync(
        OpenTicketRequest request, HttpRequest http, ClaimsPrincipal caller, TicketingDbContext db, IPublishEndpoint publish,
        CaptchaVerifier captcha, UploadReceipts uploads, ValueProtector protector, TimeProvider time, TrackingLinks links,
        OpenedTicketMeter opened,
        CancellationToken cancellationToken)
    {
        var pass = captcha.Verify(http);
        if (caller.AccountId() is null && pass is null)
            return CaptchaVerifier.Refuse(http).ToProblem();
        if (!TicketCustomer.Of(request, caller, http).TryGet(out var customer, out var unknown))
            return unknown.ToProblem();
        var description = TextSanitizer.Multiline(request.Description);
        if (description.Length == 0)
            return Problem.Invalid("description", "Please say what the matter is.");
        if (!uploads.Read(request.Attachments).TryGet(out var files, out var badFiles))
            return badFiles.ToProblem();
        if (await NextAsync(db, request.CategoryId!.Value, customer.Email, cancellationToken) is not { } next)
            return Problem.Invalid("categoryId", "There is no such category, or it takes no new tickets.");
        // A token lives an hour: name and address of who is signed in may be others by now.
        if (customer.Id is { } self
            && await db.Accounts.AsNoTracking().SingleOrDefaultAsync(x => x.Id == self, cancellationToken) is { } account)
            customer = account.AsPerson() with { Language = request.Language ?? account.Language };

        var (by, secret) = (caller.ToActor(customer), TrackingSecrets.Create());
        var subject = TextSanitizer.Line(request.Subject);
        var ticket = Ticket.Open(new()
        {
            Number = TicketNumber.Format(next.Number),
            Subject = subject.Length > 0 ? subject : next.Title,
            Description = description,
            Priority = (caller.IsStaff() ? request.Priority : null) ?? next.Priority,
            CategoryId = request.CategoryId.Value,
            CategoryTitle = next.Title,
            AreaId = next.AreaId,
            // Who opens is not who owns: anybody can type an address, but what comes to a confirmed one is its owner's.
            Customer = customer with { Id = customer.Id ?? next.AccountId },
            Files = files,
            TrackingHash = TrackingSecrets.Hash(secret.Value),
            TrackingToken = protector.Protect(secret),
            Verification = Verification(by),
        }, by, time.GetUtcNow());
        db.Add(ticket);
        if (caller.AccountId() is null)
            db.Add(new ConsumedKey { Key = ConsumedKey.ForCaptcha(pass!.Id), ExpiresAt = pass.ExpiresAt + TimeSpan.FromMinutes(1) });
        await publish.PublishEventsAsync(ticket, cancellationToken);
        var told = by.Kind == ActorKind.Staff ? null : secret;
        var response = await http.HttpContext.StoreResponseAsync(
            TypedResults.Created($"/api/tickets/{ticket.Number}", new OpenTicketResponse(
            ticket.Id, ticket.Number, told?.Value, told is null ? null : links.To(told), ticket.Status, ticket.OpenedAt)));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.ViolatedUniqueConstraint() is { } taken)
        {
            return (taken == "pk_attachment" ? UploadReceipts.AlreadyUsed : CaptchaVerifier.AlreadyUsed).ToProblem();
        }

        opened.Count(by.Kind == ActorKind.Staff ? "staff" : by.Id is null ? "anonymous" : "account");
        return response;
    }

    static CustomerVerification? Verification(Actor by) => by switch
    {
        { Kind: ActorKind.Staff } => null,
        { Id: null } => CustomerVerification.Unverified,
        _ => CustomerVerification.SignedIn,
    };

    // One round trip for all; a number that is then not used leaves a gap, which hurts nobody. What somebody opens with the address of
    // a member of the staff is not that member's own: it would keep them from working on it.
    static Task<NextTicket?> NextAsync(TicketingDbContext db, Guid category, string email, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<NextTicket>($"""
            select nextval('ticket_number') as number, title, area_id, priority,
                (select a.id from account a where a.canonical_email = {EmailAddress.CanonicalOf(email)}
                    and a.email_confirmed and a.active and a.roles <@ {Account.OfCustomers} order by a.id limit 1) as account_id
            from category where id = {category} and not retired
            """).SingleOrDefaultAsync(cancellationToken);

    sealed record NextTicket(long Number, string Title, Guid AreaId, TicketPriority Priority, Guid? AccountId);
}
