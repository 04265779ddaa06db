using Helpdesk.Messaging;
using Helpdesk.Notification.Ledger;
using Helpdesk.Revocation;
using Helpdesk.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification;

sealed class NotificationDbContext(DbContextOptions<NotificationDbContext> options) : DbContext(options)
{
    public DbSet<Delivery> Deliveries => Set<Delivery>();
    public DbSet<Resend> Resends => Set<Resend>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseSnakeCaseNames();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessaging();
        modelBuilder.AddRevokedAccess();
        modelBuilder.Entity<Delivery>(delivery =>
        {
            delivery.ToTable("delivery");
            delivery.Property(x => x.Id).ValueGeneratedNever();
            delivery.Property(x => x.Subject).HasMaxLength(MailSubject.MaxLength);
            delivery.Property(x => x.State).HasConversion<string>();
            // Not jsonb: it would reorder the members, and the kind of mail must come first.
            delivery.Property(x => x.Model).HasColumnType("json");
            delivery.HasIndex(x => new { x.TicketNumber, x.CreatedAt });
            delivery.HasIndex(x => new { x.State, x.CreatedAt });
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
    }
}
