using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Ledger;

static class LedgerModel
{
    public static void Add(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Delivery>(delivery =>
        {
            delivery.ToTable("delivery");
            delivery.Property(x => x.Id).ValueGeneratedNever();
            delivery.Property(x => x.Subject).HasMaxLength(MailSubject.MaxLength);
            delivery.Property(x => x.TraceParent).HasMaxLength(55);
            delivery.Property(x => x.State).HasConversion<string>();
            delivery.Property(x => x.Cause).HasConversion<string>();
            // Not jsonb: it would reorder the members, and the kind of mail must come first.
            delivery.Property(x => x.Model).HasColumnType("json");
            delivery.HasIndex(x => new { x.TicketNumber, x.CreatedAt });
            delivery.HasIndex(x => new { x.State, x.CreatedAt });
            delivery.HasIndex(x => new { x.CanonicalAddress, x.CreatedAt });
            delivery.HasIndex(x => x.CreatedAt);
            delivery.HasIndex(x => x.NextAttemptAt).HasFilter("next_attempt_at is not null").HasDatabaseName("ix_delivery_due");
        });
        modelBuilder.Entity<Resend>(resend =>
        {
            resend.ToTable("resend");
            resend.Property(x => x.Id).ValueGeneratedNever();
            resend.Property(x => x.PreviousState).HasConversion<string>();
            resend.HasOne<Delivery>().WithMany(x => x.Resends).HasForeignKey(x => x.DeliveryId);
        });
        modelBuilder.Entity<BouncedAddress>(bounce =>
        {
            bounce.ToTable("bounce");
            bounce.HasKey(x => x.Address);
        });
    }
}
