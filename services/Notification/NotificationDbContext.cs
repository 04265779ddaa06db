using Helpdesk.Messaging;
using Helpdesk.Notification.Digests;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.LocalCopies;
using Helpdesk.Notification.Preferences;
using Helpdesk.Notification.Settings;
using Helpdesk.Revocation;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Quotas;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification;

sealed class NotificationDbContext(DbContextOptions<NotificationDbContext> options) : DbContext(options)
{
    public DbSet<Delivery> Deliveries => Set<Delivery>();
    public DbSet<Resend> Resends => Set<Resend>();
    public DbSet<BouncedAddress> BouncedAddresses => Set<BouncedAddress>();
    public DbSet<DigestItem> DigestItems => Set<DigestItem>();
    public DbSet<Preference> Preferences => Set<Preference>();
    public DbSet<StoredSettings> Settings => Set<StoredSettings>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<AgentAreas> AgentAreas => Set<AgentAreas>();
    public DbSet<AgentAvailability> AgentAvailability => Set<AgentAvailability>();
    public DbSet<Ticket> Tickets => Set<Ticket>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessaging();
        modelBuilder.AddRevokedAccess();
        modelBuilder.AddTokenKeys();
        modelBuilder.AddQuotas();
        LedgerModel.Add(modelBuilder);
        LocalCopiesModel.Add(modelBuilder);
        modelBuilder.Entity<Preference>(preference =>
        {
            preference.ToTable("preference");
            preference.HasKey(x => new { x.AccountId, x.Kind });
            preference.Property(x => x.Kind).HasConversion<string>();
            preference.Property(x => x.Mode).HasConversion<string>();
            preference.HasIndex(x => new { x.Kind, x.Mode });
        });
        modelBuilder.Entity<DigestItem>(item =>
        {
            item.ToTable("digest_item");
            item.Property(x => x.Id).ValueGeneratedNever();
            item.Property(x => x.Kind).HasConversion<string>();
            item.HasOne<Delivery>().WithMany().HasForeignKey(x => x.DeliveryId);
            item.HasIndex(x => x.TicketNumber);
            item.HasIndex(x => new { x.CreatedAt, x.AccountId }).HasFilter("settled_at is null").HasDatabaseName("ix_digest_item_waiting");
        });
    }
}
