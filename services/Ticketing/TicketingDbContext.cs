using System.Text.Json;
using System.Text.Json.Serialization;
using Helpdesk.Messaging;
using Helpdesk.Revocation;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Idempotency;
using Helpdesk.Ticketing.CannedReplies;
using Helpdesk.Ticketing.Drafts;
using Helpdesk.Ticketing.Filing;
using Helpdesk.Ticketing.Lists;
using Helpdesk.Ticketing.LocalCopies;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Timers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpdesk.Ticketing;

sealed class TicketingDbContext(DbContextOptions<TicketingDbContext> options) : DbContext(options)
{
    static readonly JsonSerializerOptions RelationsJson = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    public const string NumberSequence = "ticket_number";

    public DbSet<Ticket> Tickets => Set<Ticket>();
    public DbSet<Message> Messages => Set<Message>();
    public DbSet<Attachment> Attachments => Set<Attachment>();
    public DbSet<TimelineEntry> Timeline => Set<TimelineEntry>();
    public DbSet<TicketTimers> Timers => Set<TicketTimers>();
    public DbSet<Area> Areas => Set<Area>();
    public DbSet<Category> Categories => Set<Category>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<AgentAreas> AgentAreas => Set<AgentAreas>();
    public DbSet<AgentAvailability> Availabilities => Set<AgentAvailability>();
    public DbSet<Settings> Settings => Set<Settings>();
    public DbSet<TicketLink> Links => Set<TicketLink>();
    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();
    public DbSet<CannedReply> CannedReplies => Set<CannedReply>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<Tag> Tags => Set<Tag>();
    public DbSet<ConsumedKey> ConsumedKeys => Set<ConsumedKey>();

    /// <summary>The ticket under its row's lock, until the transaction ends.</summary>
    public Task<Ticket?> LockTicketAsync(Guid id, CancellationToken cancellationToken) =>
        Tickets.FromSql($"select * from ticket where id = {id} for update").SingleOrDefaultAsync(cancellationToken);

    /// <summary>The same of several, in the order in which everybody locks.</summary>
    public async Task<IReadOnlyList<Ticket>> LockTicketsAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken) =>
        ids.Count == 0
        ? []
        : await Tickets.FromSql($"select * from ticket where id = any({ids.ToArray()}) order by id for update")
            .ToListAsync(cancellationToken);

    /// <summary>Whoever gives an agent a ticket by their availability, or changes that, does so one after the other.</summary>
    public Task LockAvailabilityAsync(Guid? agent, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({"availability " + agent}, 0))", cancellationToken);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessaging();
        modelBuilder.AddIdempotencyKeys();
        modelBuilder.AddRevokedAccess();
        modelBuilder.AddTokenKeys();
        modelBuilder.HasSequence<long>(NumberSequence);
        modelBuilder.Entity<Ticket>(Configure);
        modelBuilder.Entity<Message>(message =>
        {
            message.ToTable("message");
            message.Property(x => x.Id).ValueGeneratedNever();
            message.Property(x => x.Kind).HasConversion<string>();
            message.Property(x => x.AuthorKind).HasConversion<string>();
            message.Property(x => x.Verification).HasConversion<string>();
            message.HasIndex(x => new { x.TicketId, x.Position }).IsUnique();
            message.HasMany(x => x.Attachments).WithOne().HasForeignKey(x => x.MessageId);
        });
        modelBuilder.Entity<Attachment>(attachment =>
        {
            attachment.ToTable("attachment");
            attachment.Property(x => x.Id).ValueGeneratedNever();
            attachment.HasIndex(x => x.TicketId);
        });
        modelBuilder.Entity<TimelineEntry>(entry =>
        {
            entry.ToTable("timeline_entry").HasKey(x => new { x.TicketId, x.Version });
            entry.Property(x => x.Kind).HasConversion<string>();
            entry.Property(x => x.ActorKind).HasConversion<string>();
            entry.Property(x => x.Details).HasColumnType("jsonb").HasConversion(
                x => JsonSerializer.Serialize(x, JsonSerializerOptions.Default),
                x => JsonSerializer.Deserialize<Dictionary<string, string>>(x, JsonSerializerOptions.Default)!,
                new ValueComparer<Dictionary<string, string>>((x, y) => ReferenceEquals(x, y), x => x.Count, x => x));
        });
        modelBuilder.Entity<TicketTimers>(timers =>
        {
            timers.ToTable("ticket_timers").HasKey(x => x.CorrelationId);
            timers.Property(x => x.CorrelationId).ValueGeneratedNever();
            timers.Property(x => x.RowVersion).IsRowVersion();
        });
        modelBuilder.Entity<Area>(x => x.ToTable("area").Property(y => y.Id).ValueGeneratedNever());
        modelBuilder.Entity<Category>(x => x.ToTable("category").Property(y => y.Id).ValueGeneratedNever());
        modelBuilder.Entity<Account>(account =>
        {
            account.ToTable("account").Property(x => x.Id).ValueGeneratedNever();
            account.HasIndex(x => x.CanonicalEmail, "ix_account_mailbox").HasFilter("email_confirmed and active");
        });
        modelBuilder.Entity<AgentAreas>(x => x.ToTable("agent_areas").HasKey(y => y.AgentId));
        modelBuilder.Entity<CannedReply>(reply =>
        {
            reply.ToTable("canned_reply").Property(x => x.Id).ValueGeneratedNever();
            reply.HasIndex(x => new { x.Title, x.Id });
        });
        modelBuilder.Entity<Draft>(draft =>
        {
            draft.ToTable("draft").HasKey(x => new { x.TicketId, x.AccountId });
            draft.HasOne<Ticket>().WithMany().HasForeignKey(x => x.TicketId);
            draft.HasIndex(x => x.UpdatedAt);
        });
        modelBuilder.Entity<AgentAvailability>(x => x.ToTable("agent_availability").HasKey(y => y.AgentId));
        modelBuilder.Entity<Settings>(x => x.ToTable("settings").Property(y => y.Id).ValueGeneratedNever());
        modelBuilder.Entity<TicketLink>(link =>
        {
            link.ToTable("ticket_link").HasKey(x => new { x.TicketId, x.OtherId, x.Kind });
            link.Property(x => x.Kind).HasConversion<string>();
            link.HasIndex(x => x.OtherId);
        });
        modelBuilder.HasDbFunction(() => Search.Query("", "")).HasName("search_query");
        modelBuilder.HasDbFunction(() => Search.Has(null!, null!)).HasName("ts_match_vq").IsBuiltIn();
        modelBuilder.Entity<SearchEntry>(words =>
        {
            // Room on each page keeps a changed row there, and the index of words as it is.
            words.ToTable("search_entry").HasStorageParameter("fillfactor", 85);
            words.Property(x => x.Id).HasColumnName("ticket_id").ValueGeneratedNever();
            words.Property(x => x.Status).HasConversion<string>();
            words.Property(x => x.Priority).HasConversion<short>();
            // One ticket in 256, wherever it is filed and whenever it was opened, tells how often words occur, beginnings and several
            // together too; one in 64 tells where.
            words.HasIndex(x => x.Words, "ix_search_entry_sampled").HasMethod("gin").HasFilter("get_byte(uuid_send(ticket_id), 15) = 0")
                .HasStorageParameter("gin_pending_list_limit", 64);
            words.HasIndex(x => x.Words, "ix_search_entry_some").HasMethod("gin").HasFilter("get_byte(uuid_send(ticket_id), 15) < 4")
                .HasStorageParameter("gin_pending_list_limit", 64);
            words.HasOne<Ticket>().WithOne().HasForeignKey<SearchEntry>(x => x.Id);
        });
        // By its bytes, so that the index finds beginnings.
        modelBuilder.Entity<Tag>(x => x.ToTable("tag").HasKey(y => y.Name));
        modelBuilder.Entity<Tag>().Property(x => x.Name).UseCollation("C");
        modelBuilder.Entity<ConsumedKey>(key =>
        {
            key.ToTable("consumed_key").HasKey(x => x.Key);
            key.HasIndex(x => x.ExpiresAt);
        });
        // Several indexes of the same columns are told apart by name, and are named so in the database, too.
        foreach (var index in modelBuilder.Model.GetEntityTypes().SelectMany(x => x.GetIndexes()).Where(x => x.Name is not null))
            index.SetDatabaseName(index.Name);
    }

    static void Configure(EntityTypeBuilder<Ticket> ticket)
    {
        ticket.ToTable("ticket");
        ticket.Property(x => x.Id).ValueGeneratedNever();
        ticket.Property(x => x.Version).IsConcurrencyToken();
        ticket.Property(x => x.Status).HasConversion<string>();
        ticket.Property(x => x.Verification).HasConversion<string>();
        // By rank, not by name: so that sorting is ranking.
        ticket.Property(x => x.Priority).HasConversion<short>();
        ticket.Property(x => x.ClosingReason).HasConversion<string>();
        ticket.Property(x => x.Relations).HasColumnType("jsonb").HasConversion(
            x => JsonSerializer.Serialize(x, RelationsJson),
            x => JsonSerializer.Deserialize<TicketRelation[]>(x, RelationsJson)!,
            // A list is replaced whole, and never changed.
            new ValueComparer<IReadOnlyList<TicketRelation>>((x, y) => ReferenceEquals(x, y), x => x.Count, x => x));
        ticket.AddIndexes();
        ticket.HasMany(x => x.Messages).WithOne().HasForeignKey(x => x.TicketId);
        ticket.HasMany(x => x.Timeline).WithOne().HasForeignKey(x => x.TicketId);
    }
}
