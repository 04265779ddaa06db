using System.Security.Claims;
using Helpdesk.Api.Audit;
using Helpdesk.Api.Links;
using Helpdesk.Contracts;
using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Auditing;
using Helpdesk.ServiceDefaults.Authentication;
using MassTransit;

namespace Helpdesk.Identity.Links;

/// <summary>Invites the owner of an account, which the caller has made or locked, in the caller's transaction; the caller saves.</summary>
sealed class InvitationSender(AccountsDbContext db, OneTimeLinkIssuer issuer, IPublishEndpoint outbox)
{
    public async Task<OneTimeLink> SendAsync(Account account, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        var (link, token) = await issuer.IssueAsync(LinkPurpose.Invitation, account.ToPerson(), null, cancellationToken);
        await outbox.Publish(new InvitationIssued
        {
            To = link.ToPerson(),
            LinkToken = token,
            Roles = account.Roles,
            ExpiresAt = link.ExpiresAt,
            IssuedBy = new Actor(ActorKind.Staff, caller.AccountId(), caller.FullName()),
            IssuedAt = link.IssuedAt,
        }, cancellationToken);
        db.Record(caller, AuditAction.InvitationSent, account, link.IssuedAt);
        return link;
    }
}
