using Helpdesk.Api.Formats;
using Helpdesk.Api.Links;
using Helpdesk.Contracts;
using Helpdesk.Identity.Accounts;
using Helpdesk.ServiceDefaults.Quotas;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Links;

/// <summary>Sends a link to the address that somebody wants to use, or tells its owner when it is another's.</summary>
sealed class SendEmailChangeLink(AccountsDbContext db, OneTimeLinkIssuer issuer, TimeProvider time) : IConsumer<EmailChangeSubmitted>
{
    public async Task Consume(ConsumeContext<EmailChangeSubmitted> context)
    {
        var (submitted, now, stop) = (context.Message, time.GetUtcNow(), context.CancellationToken);
        var email = EmailAddress.CanonicalOf(submitted.Email);
        if (await db.LockAccountAsync(submitted.AccountId, stop) is not { SuspendedAt: null } account)
            return;
        // The present address in another spelling is no other address.
        var moves = account.NormalizedEmail != email;
        var owner = moves ? await db.Users.AsNoTracking().SingleOrDefaultAsync(x => x.NormalizedEmail == email, stop) : null;
        if (owner?.SuspendedAt is not null)
            return;
        var usages = await db.ConsumeAllAsync([.. Quotas(account, email, moves, owner)], now, stop);
        if (!usages.AreAllowed())
            return;
        if (owner is not null)
        {
            await context.Publish(new RegistrationRepeated { To = owner.ToPerson(), RequestedAt = now }, stop);
            return;
        }

        var person = account.ToPerson() with { Email = submitted.Email };
        var (link, token) = await issuer.IssueAsync(LinkPurpose.EmailChange, person, usages.EarliestExpiry(), stop);
        if (moves)
            await context.Publish(ToEmailChangeRequested(account, link, token), stop);
        else
            await context.Publish(link.ToConfirmationRequested(token), stop);
    }

    static IEnumerable<SubjectQuota> Quotas(Account account, string email, bool moves, Account? owner)
    {
        yield return MailQuotas.OfAccount(LinkPurpose.EmailChange, account.Id);
        if (owner is not null)
            yield return MailQuotas.OfAddressInUse(LinkPurpose.EmailChange, owner.Id);
        else if (moves)
            yield return MailQuotas.OfUnconfirmed(LinkPurpose.EmailChange, email);
    }

    static EmailChangeRequested ToEmailChangeRequested(Account account, OneTimeLink link, string token) => new()
    {
        To = link.ToPerson(),
        CurrentEmail = account.Email!,
        LinkToken = token,
        ExpiresAt = link.ExpiresAt,
        RequestedAt = link.IssuedAt,
    };
}
