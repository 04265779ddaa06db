using Helpdesk.Api.Formats;
using Helpdesk.Api.Links;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Quotas;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Links;

/// <summary>Sends whoever registered a link, or tells the owner of the address that there is an account already.</summary>
sealed class SendRegistrationLink(AccountsDbContext db, OneTimeLinkIssuer issuer, TimeProvider time) : IConsumer<RegistrationSubmitted>
{
    public async Task Consume(ConsumeContext<RegistrationSubmitted> context)
    {
        var (submitted, now, stop) = (context.Message, time.GetUtcNow(), context.CancellationToken);
        var email = EmailAddress.CanonicalOf(submitted.Email);
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(x => x.NormalizedEmail == email, stop) is { } account)
        {
            if (account.SuspendedAt is null
                && (await db.ConsumeAsync(MailQuotas.OfAddressInUse(LinkPurpose.Registration, account.Id), now, stop)).IsAllowed)
                await context.Publish(new RegistrationRepeated { To = account.ToPerson(), RequestedAt = now }, stop);
            return;
        }

        var usages = await db.ConsumeAllAsync([MailQuotas.OfUnconfirmed(LinkPurpose.Registration, email)], now, stop);
        if (!usages.AreAllowed())
            return;
        var person = new Person { Name = submitted.Name, Email = submitted.Email, Language = submitted.Language };
        var (link, token) = await issuer.IssueAsync(LinkPurpose.Registration, person, usages.EarliestExpiry(), stop);
        await context.Publish(link.ToConfirmationRequested(token), stop);
    }
}
