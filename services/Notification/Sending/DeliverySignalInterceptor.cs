using System.Data.Common;
using Helpdesk.Notification.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Helpdesk.Notification.Sending;

/// <summary>
/// Wakes a send loop when rows of the ledger were committed; not when they were saved, for until the commit no loop can see them.
/// </summary>
sealed class DeliverySignalInterceptor(DeliverySignal signal) : DbTransactionInterceptor
{
    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Tell(eventData.Context);

    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell(eventData.Context);
        return Task.CompletedTask;
    }

    void Tell(DbContext? db)
    {
        if (db?.ChangeTracker.Entries<Delivery>().Any() == true)
            signal.Notify();
    }
}
