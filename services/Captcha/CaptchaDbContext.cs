using Helpdesk.Captcha.Challenges;
using Helpdesk.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Captcha;

sealed class CaptchaDbContext(DbContextOptions<CaptchaDbContext> options) : DbContext(options)
{
    public DbSet<Challenge> Challenges => Set<Challenge>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseSnakeCaseNames();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Challenge>(challenge =>
    {
        challenge.ToTable("challenge");
        challenge.Property(x => x.Id).ValueGeneratedNever();
        challenge.HasIndex(x => x.ExpiresAt);
    });
}
