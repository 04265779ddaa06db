using System.Text.Json;
using Helpdesk.Assignment.Agents;
using Helpdesk.Assignment.Areas;
using Helpdesk.Assignment.Categories;
using Helpdesk.Assignment.Receipts;
using Helpdesk.Assignment.Rounds;
using Helpdesk.Contracts;
using Helpdesk.Messaging;
using Helpdesk.Revocation;
using Helpdesk.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Helpdesk.Assignment;

sealed class AssignmentDbContext(DbContextOptions<AssignmentDbContext> options) : DbContext(options)
{
    public DbSet<Area> Areas => Set<Area>();
    public DbSet<Category> Categories => Set<Category>();
    public DbSet<Agent> Agents => Set<Agent>();
    public DbSet<AgentArea> AgentAreas => Set<AgentArea>();
    public DbSet<Round> Rounds => Set<Round>();
    public DbSet<Ticket> Tickets => Set<Ticket>();
    public DbSet<Receipt> Receipts => Set<Receipt>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseSnakeCaseNames();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessaging();
        modelBuilder.AddRevokedAccess();
        modelBuilder.Entity<Area>(area =>
        {
            area.ToTable("area");
            area.Property(x => x.Id).ValueGeneratedNever();
            area.Property(x => x.Name).HasMaxLength(Area.NameLength);
            area.Property(x => x.Version).IsConcurrencyToken();
            // Two areas that differ in upper and lower case only would be one to a reader.
            area.Property<string>("NameKey").HasComputedColumnSql("lower(name)", stored: true);
            area.HasIndex("NameKey").IsUnique();
            area.HasIndex(x => new { x.Name, x.Id });
            area.HasMany(x => x.Categories).WithOne(x => x.Area).HasForeignKey(x => x.AreaId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Category>(category =>
        {
            category.ToTable("category");
            category.Property(x => x.Id).ValueGeneratedNever();
            category.Property(x => x.Title).HasMaxLength(Category.TitleLength);
            category.Property(x => x.Description).HasMaxLength(Category.DescriptionLength);
            category.Property(x => x.Version).IsConcurrencyToken();
            category.Property<string>("TitleKey").HasComputedColumnSql("lower(title)", stored: true);
            category.HasIndex("TitleKey").IsUnique();
            category.HasIndex(x => new { x.Title, x.Id });
        });
        modelBuilder.Entity<Agent>(agent =>
        {
            agent.ToTable("agent");
            agent.Property(x => x.Id).ValueGeneratedNever();
            agent.HasIndex(x => new { x.Name, x.Id }).HasFilter("is_agent");
            agent.HasMany(x => x.Areas).WithOne().HasForeignKey(x => x.AgentId);
        });
        modelBuilder.Entity<AgentArea>(serves =>
        {
            serves.ToTable("agent_area").HasKey(x => new { x.AreaId, x.AgentId });
            serves.HasOne<Area>().WithMany().HasForeignKey(x => x.AreaId);
        });
        modelBuilder.Entity<Round>(round =>
        {
            round.ToTable("round").HasKey(x => x.AreaId);
            round.Property(x => x.AreaId).ValueGeneratedNever();
            round.HasOne<Area>().WithOne().HasForeignKey<Round>(x => x.AreaId);
        });
        modelBuilder.Entity<Ticket>(ticket =>
        {
            ticket.ToTable("ticket");
            ticket.Property(x => x.Id).ValueGeneratedNever();
            ticket.HasIndex(x => x.AgentId).HasFilter("open").HasDatabaseName("ix_ticket_load");
            ticket.HasIndex(x => new { x.AreaId, x.Priority, x.OpenedAt, x.Id }).IsDescending(false, true, false, false)
                .HasFilter("waiting_since IS NOT NULL").HasDatabaseName("ix_ticket_queue");
        });
        modelBuilder.Entity<Receipt>(receipt =>
        {
            receipt.ToTable("receipt");
            receipt.Property(x => x.Id).ValueGeneratedNever();
            receipt.Property(x => x.Candidates).HasColumnType("json").HasConversion(
                x => JsonSerializer.Serialize(x, JsonSerializerOptions.Web),
                x => JsonSerializer.Deserialize<List<AssignmentCandidate>>(x, JsonSerializerOptions.Web)!,
                // Written once and never changed: whether it is the same list is all there is to compare.
                new ValueComparer<IReadOnlyList<AssignmentCandidate>>((x, y) => ReferenceEquals(x, y), x => x.Count, x => x));
            receipt.HasIndex(x => new { x.AreaId, x.Sequence }).IsUnique();
            receipt.HasIndex(x => new { x.TicketId, x.Cause }).IsUnique();
            receipt.HasIndex(x => x.TicketNumber);
            receipt.HasIndex(x => new { x.AreaId, x.ChosenAt, x.ChosenAgentId });
        });
    }
}
