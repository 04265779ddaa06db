using Helpdesk.Contracts;
using MassTransit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Links;

/// <summary>Sends whoever registered a link, or tells him that he has an account already.</summary>
sealed class AnswerRegistration(AccountsDbContext db, LinkOffice office, ILookupNormalizer normalizer, TimeProvider time) : IConsumer<RegistrationWanted>
{
    public async Task Consume(ConsumeContext<RegistrationWanted> context)
    {
        var (wanted, now, stop) = (context.Message, time.GetUtcNow(), context.CancellationToken);
        var email = normalizer.NormalizeEmail(wanted.Email);
        if (!await db.SpendMailAsync(LinkPurpose.Registration, email, now, stop))
            return;
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(x => x.NormalizedEmail == email, stop) is { } account)
        {
            if (account.SuspendedAt is null)
                await context.Publish(new RegistrationRepeated { To = account.AsPerson(), RequestedAt = now }, stop);
            return;
        }

        var (link, token) = await office.IssueAsync(LinkPurpose.Registration, new Person { Name = wanted.Name, Email = wanted.Email, Language = wanted.Language }, stop);
        await context.Publish(new EmailConfirmationRequested { To = link.AsPerson(), LinkToken = token, ExpiresAt = link.ExpiresAt, RequestedAt = link.IssuedAt }, stop);
    }
}
