using System.Text.Json;
using Helpdesk.Api.Agents;
using Helpdesk.Api.Areas;
using Helpdesk.Api.Categories;
using Helpdesk.Api.Changes;
using Helpdesk.Assignment.Agents;
using Helpdesk.Assignment.Areas;
using Helpdesk.Assignment.Assigning;
using Helpdesk.Assignment.Categories;
using Helpdesk.Assignment.Changes;
using Helpdesk.Assignment.Receipts;
using Helpdesk.Assignment.Visibility;
using Helpdesk.Contracts;
using Helpdesk.Messaging;
using Helpdesk.Revocation;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Idempotency;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Helpdesk.Assignment;

sealed class AssignmentDbContext(DbContextOptions<AssignmentDbContext> options) : DbContext(options)
{
    public DbSet<Area> Areas => Set<Area>();
    public DbSet<Category> Categories => Set<Category>();
    public DbSet<Agent> Agents => Set<Agent>();
    public DbSet<AgentArea> AgentAreas => Set<AgentArea>();
    public DbSet<Absence> Absences => Set<Absence>();
    public DbSet<Change> Changes => Set<Change>();
    public DbSet<RoundRobinState> RoundRobinStates => Set<RoundRobinState>();
    public DbSet<Ticket> Tickets => Set<Ticket>();
    public DbSet<Receipt> Receipts => Set<Receipt>();
    public DbSet<StoredSettings> Settings => Set<StoredSettings>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessaging();
        modelBuilder.AddIdempotencyKeys();
        modelBuilder.AddRevokedAccess();
        modelBuilder.AddTokenKeys();
        modelBuilder.Entity<Area>(area =>
        {
            area.ToTable("area");
            area.Property(x => x.Id).ValueGeneratedNever();
            area.Property(x => x.Name).HasMaxLength(AreaLimits.NameLength);
            area.Property(x => x.Version).IsConcurrencyToken();
            area.Property<string>("NameKey").HasComputedColumnSql(ReadsTheSame("name"), stored: true);
            area.HasIndex("NameKey").IsUnique();
            area.Property(x => x.Hours).HasColumnType("json").HasConversion(
                x => JsonSerializer.Serialize(x, JsonSerializerOptions.Web),
                x => JsonSerializer.Deserialize<BusinessHours>(x, JsonSerializerOptions.Web),
                new ValueComparer<BusinessHours>((x, y) => ReferenceEquals(x, y), x => x.Week.Count, x => x));
            area.HasIndex(x => new { x.Name, x.Id });
            area.HasMany<Category>().WithOne(x => x.Area).HasForeignKey(x => x.AreaId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Category>(category =>
        {
            category.ToTable("category");
            category.Property(x => x.Id).ValueGeneratedNever();
            category.Property(x => x.Title).HasMaxLength(CategoryLimits.TitleLength);
            category.Property(x => x.Description).HasMaxLength(CategoryLimits.DescriptionLength);
            category.Property(x => x.Version).IsConcurrencyToken();
            category.Property<string>("TitleKey").HasComputedColumnSql(ReadsTheSame("title"), stored: true);
            category.HasIndex("TitleKey").IsUnique();
            category.HasIndex(x => new { x.Title, x.Id });
        });
        modelBuilder.Entity<Agent>(agent =>
        {
            agent.ToTable("agent");
            agent.Property(x => x.Id).ValueGeneratedNever();
            agent.Property(x => x.AwayNote).HasMaxLength(AgentLimits.NoteLength);
            agent.HasIndex(x => new { x.Name, x.Id }).HasFilter("is_agent");
            agent.HasMany(x => x.Areas).WithOne().HasForeignKey(x => x.AgentId);
        });
        modelBuilder.Entity<AgentArea>(serves =>
        {
            serves.ToTable("agent_area").HasKey(x => new { x.AreaId, x.AgentId });
            serves.HasOne<Area>().WithMany().HasForeignKey(x => x.AreaId);
        });
        modelBuilder.Entity<Absence>(absence =>
        {
            absence.ToTable("absence");
            absence.Property(x => x.Id).ValueGeneratedNever();
            absence.HasOne<Agent>().WithMany().HasForeignKey(x => x.AgentId);
            absence.HasIndex(x => new { x.AgentId, x.BeganAt });
            absence.HasIndex(x => x.AgentId).IsUnique().HasFilter("ended_at IS NULL").HasDatabaseName("ix_absence_lasting");
        });
        modelBuilder.Entity<Change>(change =>
        {
            change.ToTable("change").HasKey(x => new { x.SubjectId, x.Version });
            change.Property(x => x.Fields).HasColumnType("json").HasConversion(
                x => JsonSerializer.Serialize(x, JsonSerializerOptions.Web),
                x => JsonSerializer.Deserialize<List<FieldChange>>(x, JsonSerializerOptions.Web)!,
                WrittenOnce<FieldChange>());
        });
        modelBuilder.Entity<RoundRobinState>(state =>
        {
            state.ToTable("round_robin_state").HasKey(x => x.AreaId);
            state.Property(x => x.AreaId).ValueGeneratedNever();
            state.HasOne<Area>().WithOne().HasForeignKey<RoundRobinState>(x => x.AreaId);
        });
        modelBuilder.Entity<Ticket>(ticket =>
        {
            ticket.ToTable("ticket");
            ticket.Property(x => x.Id).ValueGeneratedNever();
            ticket.HasIndex(x => x.AgentId).HasFilter("open").HasDatabaseName("ix_ticket_load");
            ticket.HasIndex(x => new { x.AreaId, x.Priority, x.OpenedAt, x.Id }).IsDescending(false, true, false, false)
                .HasFilter("waiting_since IS NOT NULL").HasDatabaseName("ix_ticket_queue");
            ticket.HasIndex(x => new { x.Priority, x.OpenedAt, x.Id }).IsDescending(true, false, false)
                .HasFilter("waiting_since IS NOT NULL").HasDatabaseName("ix_ticket_waiting");
        });
        modelBuilder.Entity<StoredSettings>(settings =>
        {
            settings.ToTable("settings");
            settings.Property(x => x.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<Receipt>(receipt =>
        {
            receipt.ToTable("receipt");
            receipt.Property(x => x.Id).ValueGeneratedNever();
            receipt.Property(x => x.Candidates).HasColumnType("json").HasConversion(
                x => JsonSerializer.Serialize(x, JsonSerializerOptions.Web),
                x => JsonSerializer.Deserialize<List<AssignmentCandidate>>(x, JsonSerializerOptions.Web)!,
                WrittenOnce<AssignmentCandidate>());
            receipt.HasIndex(x => new { x.AreaId, x.Sequence }).IsUnique();
            receipt.HasIndex(x => new { x.TicketId, x.Cause, x.CauseVersion }).IsUnique();
            receipt.HasIndex(x => x.TicketNumber);
            receipt.HasIndex(x => new { x.AreaId, x.ChosenAt, x.ChosenAgentId });
        });
    }

    /// <summary>Two names that differ in case, accents or blanks only would be one to a reader.</summary>
    static string ReadsTheSame(string column) =>
        $"""lower(regexp_replace(regexp_replace(normalize({column}, NFD), '[\u0300-\u036f]', '', 'g'), '\s+', ' ', 'g'))""";

    /// <summary>Never changed afterwards: whether it is the same list is all there is to compare.</summary>
    static ValueComparer<IReadOnlyList<T>> WrittenOnce<T>() => new((x, y) => ReferenceEquals(x, y), x => x.Count, x => x);
}
