using Helpdesk.Attachment.Purging;
using Helpdesk.Attachment.Storing;
using Helpdesk.Attachment.Uploading;
using Helpdesk.Messaging;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Attachment;

sealed class AttachmentDbContext(DbContextOptions<AttachmentDbContext> options) : DbContext(options)
{
    public DbSet<StoredFile> Files => Set<StoredFile>();
    public DbSet<Purge> Purges => Set<Purge>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessaging();
        modelBuilder.AddTokenKeys();
        modelBuilder.Entity<StoredFile>(file =>
        {
            file.ToTable("stored_file");
            file.Property(x => x.Id).ValueGeneratedNever();
            file.Property(x => x.FileName).HasMaxLength(DisplayName.MaxLength);
            file.Property(x => x.ContentType).HasMaxLength(80);
            file.Property(x => x.Sha256).HasMaxLength(64).IsFixedLength();
            file.HasIndex(x => x.TicketId).HasFilter("ticket_id is not null");
            file.HasIndex(x => x.SweepAt).HasFilter("sweep_at is not null");
        });
        modelBuilder.Entity<Purge>(purge =>
        {
            purge.ToTable("purge").HasKey(x => x.TicketId);
            purge.Property(x => x.TicketId).ValueGeneratedNever();
            purge.HasIndex(x => x.NextAttemptAt).HasFilter("next_attempt_at is not null");
            purge.HasIndex(x => x.SettledAt).HasFilter("settled_at is not null");
        });
    }
}
