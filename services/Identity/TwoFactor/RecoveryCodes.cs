using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.TwoFactor;

static class RecoveryCodes
{
    /// <summary>New ones in place of the old; the texts are told once and never again. The caller holds a transaction and saves.</summary>
    public static async Task<IReadOnlyList<string>> RenewCodesAsync(
        this AccountsDbContext db, Guid account, CancellationToken cancellationToken)
    {
        await db.RecoveryCodes.Where(x => x.AccountId == account).ExecuteDeleteAsync(cancellationToken);
        string[] codes = [.. Enumerable.Range(0, RecoveryCode.Count).Select(_ => RecoveryCode.Generate())];
        db.AddRange(codes.Select(x => new RecoveryCode { AccountId = account, Hash = RecoveryCode.HashOf(x) }));
        return codes;
    }
}
