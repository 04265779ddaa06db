using Helpdesk.Api.Formats;
using Helpdesk.Api.Links;
using Helpdesk.Contracts;
using Helpdesk.Identity.Settings;
using Helpdesk.ServiceDefaults.Protection;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Links;

/// <summary>Issues links. The caller holds a lock on whom the link is for, publishes the event that carries it, and saves.</summary>
sealed class OneTimeLinkIssuer(AccountsDbContext db, CachedSettings settings, ValueProtector protector, TimeProvider time)
{
    /// <summary>A link for this person, at this person's address; an older one of the same purpose works no more.</summary>
    /// <param name="earliestExpiry">It works until then, even when the installation has links of this purpose end earlier.</param>
    public async Task<(OneTimeLink Link, string Token)> IssueAsync(
        LinkPurpose purpose, Person person, DateTimeOffset? earliestExpiry, CancellationToken cancellationToken)
    {
        var (secret, now) = (OneTimeLink.NewSecret(), time.GetUtcNow());
        var ends = now + await LifetimeAsync(purpose, cancellationToken);
        var link = new OneTimeLink
        {
            Purpose = purpose,
            Hash = OneTimeLink.HashOf(secret),
            AccountId = person.Id,
            Email = person.Email,
            NormalizedEmail = EmailAddress.CanonicalOf(person.Email),
            Name = person.Name,
            Language = person.Language,
            IssuedAt = now,
            ExpiresAt = earliestExpiry > ends ? earliestExpiry.Value : ends,
        };
        await db.Links.Where(x => x.Purpose == purpose && x.EndedAt == null)
            .Where(x => link.AccountId != null ? x.AccountId == link.AccountId : x.NormalizedEmail == link.NormalizedEmail)
            .ExecuteUpdateAsync(x => x.SetProperty(y => y.EndedAt, now), cancellationToken);
        db.Add(link);
        return (link, protector.Protect(new LinkSecret(secret)));
    }

    async Task<TimeSpan> LifetimeAsync(LinkPurpose purpose, CancellationToken cancellationToken)
    {
        var lifetimes = await settings.ReadAsync(db, cancellationToken);
        return purpose switch
        {
            LinkPurpose.Invitation => lifetimes.InvitationFor,
            LinkPurpose.PasswordReset => lifetimes.PasswordResetFor,
            _ => lifetimes.ConfirmationFor,
        };
    }
}
