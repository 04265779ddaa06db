using Helpdesk.Messaging;
using Helpdesk.Operations.Failures;
using Helpdesk.Operations.Queues;
using Helpdesk.Revocation;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Operations;

sealed class OperationsDbContext(DbContextOptions<OperationsDbContext> options) : DbContext(options)
{
    public DbSet<Failure> Failures => Set<Failure>();
    public DbSet<FailureAction> Actions => Set<FailureAction>();
    public DbSet<QueueSample> Queues => Set<QueueSample>();
    public DbSet<OutboxSample> Outboxes => Set<OutboxSample>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessaging();
        modelBuilder.AddIdempotencyKeys();
        modelBuilder.AddRevokedAccess();
        modelBuilder.AddTokenKeys();
        modelBuilder.Entity<Failure>(failure =>
        {
            failure.ToTable("failure");
            failure.Property(x => x.Id).ValueGeneratedNever();
            failure.Property(x => x.State).HasConversion<string>();
            failure.HasIndex(x => new { x.Queue, x.MessageId }).IsUnique();
            failure.HasIndex(x => new { x.LastFailedAt, x.Id });
            failure.HasIndex(x => x.State).HasFilter("settled_at is null");
            failure.HasIndex(x => x.SettledAt).HasFilter("settled_at is not null");
            failure.HasMany(x => x.Actions).WithOne().HasForeignKey(x => x.FailureId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<FailureAction>(action =>
        {
            action.ToTable("failure_action");
            action.Property(x => x.Id).ValueGeneratedNever();
            action.Property(x => x.What).HasConversion<string>();
        });
        modelBuilder.Entity<QueueSample>(queue => queue.ToTable("queue").HasKey(x => x.Name));
        modelBuilder.Entity<OutboxSample>(outbox => outbox.ToTable("outbox").HasKey(x => x.Service));
    }
}
