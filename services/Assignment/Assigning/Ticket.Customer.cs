using Helpdesk.Api.Formats;
using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Assigning;

/// <summary>Who asked for help: nobody is given a ticket of their own.</summary>
sealed partial class Ticket
{
    /// <summary>The customer's account; null when they have none.</summary>
    public Guid? CustomerId { get; private set; }
    /// <summary>The canonical form of the customer's address; null on copies from before it was kept, until their next event.</summary>
    public string? CustomerEmail { get; private set; }

    /// <summary>Whether the account is the customer's, or has the customer's mailbox.</summary>
    public bool IsCustomer(Guid account, string? canonicalEmail) =>
        CustomerId == account || (CustomerEmail is not null && CustomerEmail == canonicalEmail);

    /// <summary>True when it is somebody else now.</summary>
    public bool SetCustomer(Person customer)
    {
        var before = (CustomerId, CustomerEmail);
        (CustomerId, CustomerEmail) = (customer.Id, EmailAddress.CanonicalOf(customer.Email));
        return before != (CustomerId, CustomerEmail);
    }
}
