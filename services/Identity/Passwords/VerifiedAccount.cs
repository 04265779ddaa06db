using Helpdesk.Identity.Accounts;

namespace Helpdesk.Identity.Passwords;

/// <summary>The account of somebody who gave its password, and whether from a device that it knows.</summary>
sealed record VerifiedAccount(Account Account, bool FromKnownDevice);
