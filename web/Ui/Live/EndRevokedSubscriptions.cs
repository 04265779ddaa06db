using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
using MassTransit;

namespace Helpdesk.Ui.Live;

/// <summary>
/// Whoever was suspended, signed out or lost a role hears nothing more, nor does who has a ticket's old link. What is remembered keeps
/// a stream from being opened with such a token.
/// </summary>
sealed class EndRevokedSubscriptions(LiveSubscriptions subscriptions, RevokedTokens tokens, TimeProvider time) :
    IConsumer<AccessRevoked>, IConsumer<TrackingLinkRenewed>
{
    public Task Consume(ConsumeContext<TrackingLinkRenewed> context)
    {
        subscriptions.EndByLink(context.Message.Ticket.Id);
        return Task.CompletedTask;
    }

    public Task Consume(ConsumeContext<AccessRevoked> context)
    {
        var revoked = context.Message;
        tokens.Revoke(revoked.AccountId, revoked.SessionId ?? Guid.Empty, revoked.IssuedBefore, revoked.Until);
        tokens.Forget(time.GetUtcNow());
        subscriptions.EndOf(tokens.Contain);
        return Task.CompletedTask;
    }
}
