using Helpdesk.Api.Formats;
using Helpdesk.Api.Links;
using Helpdesk.ServiceDefaults.Quotas;

namespace Helpdesk.Identity.Links;

/// <summary>
/// Nobody has a stranger bombed with our mails, and nobody keeps a mail from its owner: only mails that go out count, and each purpose
/// for itself, so that whoever has an address registered again and again does not use up the links for a forgotten password.
/// </summary>
static class MailQuotas
{
    public const int PerHour = 3;
    static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>Mails to the mailbox of an account, or at its wish.</summary>
    public static SubjectQuota OfAccount(LinkPurpose purpose, Guid account) => Of($"{purpose} of account").Of(account);

    /// <summary>Mails that tell the owner of an account that somebody else wanted to use its address.</summary>
    public static SubjectQuota OfAddressInUse(LinkPurpose purpose, Guid owner) => Of($"{purpose} with address in use").Of(owner);

    /// <summary>Mails to an address that nobody has confirmed: <c>ana+1@</c> and <c>ana+2@</c> are read by one person.</summary>
    public static SubjectQuota OfUnconfirmed(LinkPurpose purpose, string canonicalEmail) =>
        Of($"{purpose} to unconfirmed").Of(EmailAddress.WithoutTag(canonicalEmail));

    /// <summary>
    /// Until when a link that goes out now must work: no other is sent before one of the quotas begins anew, and meanwhile its owner
    /// shall have one that works. Null when another can be sent.
    /// </summary>
    public static DateTimeOffset? EarliestExpiry(this IReadOnlyList<QuotaUsage> usages) =>
        usages.Where(x => x.IsExhausted).Select(x => (DateTimeOffset?)x.ResetsAt).Max();

    /// <summary>Whether the mail may go out.</summary>
    public static bool AreAllowed(this IReadOnlyList<QuotaUsage> usages) => usages.All(x => x.IsAllowed);

    static Quota Of(string name) => new(name, PerHour, Window);
}
