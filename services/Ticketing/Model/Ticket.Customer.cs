using Helpdesk.Api.Formats;
using Helpdesk.Contracts;

namespace Helpdesk.Ticketing.Model;

// Whom it is for, and how they are reached.
sealed partial class Ticket
{
    public string CustomerName { get; private set; } = "";

    /// <summary>The address as it was typed: for display and mails, compared with nothing.</summary>
    public string CustomerEmail { get; private set; } = "";

    /// <summary>The one form of that address, compared byte for byte.</summary>
    public string CustomerCanonicalEmail { get; private set; } = "";

    public string Language { get; private set; } = "";

    /// <summary>What shows that the customer opened it; null when staff did.</summary>
    public CustomerVerification? Verification { get; private init; }

    /// <summary>
    /// Whether its customer was signed in when they opened it: then they alone were told its link. Otherwise anybody may have typed
    /// their address, and hold it.
    /// </summary>
    public bool OpenedBySelf => Verification == CustomerVerification.SignedIn;

    /// <summary>
    /// Name, address and language as the opener gave them, once the account's own took their place. Whoever holds the link may have
    /// typed another's address: they are shown what they typed, and learn nothing of the account.
    /// </summary>
    public string? TypedName { get; private set; }

    public string? TypedEmail { get; private set; }

    public string? TypedLanguage { get; private set; }

    public TypedContact? Typed => this is { TypedName: { } name, TypedEmail: { } email, TypedLanguage: { } language }
        ? new(name, email, language)
        : null;

    public Person Customer => new() { Id = CustomerId, Name = CustomerName, Email = CustomerEmail, Language = Language };

    /// <summary>Whether both were opened with one mailbox.</summary>
    public bool SharesMailboxWith(Ticket other) => HasMailbox(other.CustomerCanonicalEmail);

    /// <param name="canonical">The one form of an address.</param>
    public bool HasMailbox(string canonical) => CustomerCanonicalEmail == canonical;

    /// <summary>The customer as the one who acts.</summary>
    public Actor CustomerActor() => new(ActorKind.Customer, CustomerId, CustomerName);

    /// <summary>The same as far as the holder of the link may know.</summary>
    public Actor CustomerActor(CustomerVerification shown) => CustomerActor() with
    {
        Name = shown == CustomerVerification.SignedIn ? CustomerName : TypedName ?? CustomerName,
    };

    /// <summary>The account's own contact data take the place of older ones.</summary>
    public void UpdateContact(Person account)
    {
        if (account.Id != CustomerId || account == Customer)
            return;
        if (!OpenedBySelf)
            (TypedName, TypedEmail, TypedLanguage) = (TypedName ?? CustomerName, TypedEmail ?? CustomerEmail, TypedLanguage ?? Language);
        (CustomerName, CustomerEmail, Language) = (account.Name, account.Email, account.Language);
        CustomerCanonicalEmail = EmailAddress.CanonicalOf(account.Email);
    }
}
