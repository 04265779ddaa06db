using System.Security.Cryptography;
using System.Text.Json;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tickets;

/// <summary>A request that opens a ticket, repeated under the same Idempotency-Key, gives the same ticket.</summary>
sealed class OpenedOnce(TicketingDbContext db)
{
    public const string Header = "Idempotency-Key";
    const int Shortest = 16, Longest = 200;

    public static IResult? Check(string? key) => key is null || key.Length is >= Shortest and <= Longest
        ? null
        : Problem.Invalid("idempotency-key", $"The key must be between {Shortest} and {Longest} characters, and not guessable.");

    public static byte[] Fingerprint(OpenTicket.Request request, Guid? caller) =>
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { request, caller }));

    /// <summary>The answer that the key got before; null when it is new.</summary>
    public async Task<Earlier?> FindAsync(string? key, byte[] fingerprint, CancellationToken cancellationToken)
    {
        if (key is null)
            return null;
        var name = SpentKey.OfRequest(key);
        var found = await db.SpentKeys.AsNoTracking().Where(x => x.Key == name)
            .Join(db.Tickets.AsNoTracking(), x => x.TicketId, x => x.Id, (spent, ticket) => new { spent.Fingerprint, Ticket = ticket }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return null;
        return CryptographicOperations.FixedTimeEquals(found.Fingerprint, fingerprint)
            ? new(found.Ticket, null)
            : new(null, Problem.Of(StatusCodes.Status422UnprocessableEntity, "idempotency-key-reused", "This Idempotency-Key was used for another request. Take a new key for each ticket."));
    }

    public sealed record Earlier(Ticket? Ticket, IResult? Refusal);
}
