using Helpdesk.Api.Formats;
using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Assigning;

/// <summary>Who asked for help: nobody is given a ticket of their own.</summary>
sealed partial class Ticket
{
    /// <summary>The customer's account; null when they have none.</summary>
    public Guid? CustomerId { get; private set; }
    /// <summary>The one form of the customer's address, which alone is compared.</summary>
    public string CustomerCanonicalEmail { get; private set; } = "";

    /// <summary>Whether the account is the customer's, or has the customer's mailbox.</summary>
    public bool IsCustomer(Guid account, string canonicalEmail) => CustomerId == account || CustomerCanonicalEmail == canonicalEmail;

    /// <summary>True when it is somebody else now.</summary>
    public bool SetCustomer(Person customer)
    {
        var before = (CustomerId, CustomerCanonicalEmail);
        (CustomerId, CustomerCanonicalEmail) = (customer.Id, EmailAddress.CanonicalOf(customer.Email));
        return before != (CustomerId, CustomerCanonicalEmail);
    }
}
