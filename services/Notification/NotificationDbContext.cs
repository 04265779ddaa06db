using Helpdesk.Messaging;
using Helpdesk.Notification.Digests;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.LocalCopies;
using Helpdesk.Notification.Preferences;
using Helpdesk.Notification.Settings;
using Helpdesk.Revocation;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Database;
using Helpdesk.ServiceDefaults.Quotas;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification;

sealed class NotificationDbContext(DbContextOptions<NotificationDbContext> options) : DbContext(options)
{
    public DbSet<Delivery> Deliveries => Set<Delivery>();
    public DbSet<Resend> Resends => Set<Resend>();
    public DbSet<BouncedAddress> BouncedAddresses => Set<BouncedAddress>();
    public DbSet<News> News => Set<News>();
    public DbSet<Preference> Preferences => Set<Preference>();
    public DbSet<StoredSettings> Settings => Set<StoredSettings>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<AgentAreas> AgentAreas => Set<AgentAreas>();
    public DbSet<AgentAvailability> AgentAvailability => Set<AgentAvailability>();
    public DbSet<Ticket> Tickets => Set<Ticket>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseSnakeCaseNames();

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
            preference.Property(x => x.Manner).HasConversion<string>();
            preference.HasIndex(x => new { x.Kind, x.Manner });
        });
        modelBuilder.Entity<News>(news =>
        {
            news.ToTable("news");
            news.Property(x => x.Id).ValueGeneratedNever();
            news.Property(x => x.Kind).HasConversion<string>();
            news.HasOne<Delivery>().WithMany().HasForeignKey(x => x.DeliveryId);
            news.HasIndex(x => x.TicketNumber);
            news.HasIndex(x => new { x.CreatedAt, x.AccountId }).HasFilter("settled_at is null").HasDatabaseName("ix_news_waiting");
        });
    }
}
