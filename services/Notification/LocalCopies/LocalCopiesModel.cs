using Helpdesk.Notification.Settings;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.LocalCopies;

/// <summary>What other services told and is kept here.</summary>
static class LocalCopiesModel
{
    public static void Add(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Account>(account =>
        {
            account.ToTable("account");
            account.Property(x => x.Id).ValueGeneratedNever();
            account.HasIndex(x => x.CanonicalEmail);
            account.HasIndex(x => x.Roles).HasMethod("gin");
        });
        modelBuilder.Entity<AgentAreas>(agent =>
        {
            agent.ToTable("agent_areas");
            agent.HasKey(x => x.AgentId);
            agent.Property(x => x.AgentId).ValueGeneratedNever();
        });
        modelBuilder.Entity<AgentAvailability>(agent =>
        {
            agent.ToTable("agent_availability");
            agent.HasKey(x => x.AgentId);
            agent.Property(x => x.AgentId).ValueGeneratedNever();
        });
        modelBuilder.Entity<Ticket>(ticket =>
        {
            ticket.ToTable("ticket");
            ticket.Property(x => x.Id).ValueGeneratedNever();
            ticket.HasIndex(x => x.Number);
            ticket.HasIndex(x => x.MergedIntoId).HasFilter("merged_into_id is not null");
            ticket.HasIndex(x => x.CustomerCanonicalEmail);
        });
        modelBuilder.Entity<StoredSettings>(settings =>
        {
            settings.ToTable("settings");
            settings.Property(x => x.Id).ValueGeneratedNever();
        });
    }
}
