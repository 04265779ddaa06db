using Helpdesk.Api.Categories;
using Helpdesk.Ui.Api;

namespace Helpdesk.Portal.Opening;

/// <summary>
/// What customers can choose from. While Assignment is away the last known ones serve on, for a ticket needs nobody there.
/// </summary>
sealed class CachedCategories(IServiceScopeFactory scopes, TimeProvider time)
    : CachedResponse<IReadOnlyList<CategoryResponse>>(scopes, time, TimeSpan.FromSeconds(10))
{
    public async Task<IReadOnlyList<CategoryResponse>> ListAsync(CancellationToken cancellationToken) =>
        await ReadAsync(cancellationToken) ?? [];

    protected override async Task<IReadOnlyList<CategoryResponse>?> FetchAsync(IServiceProvider services)
    {
        var assignment = services.GetRequiredService<AssignmentClient>();
        var all = new List<CategoryResponse>();
        for (var page = 1; ; page++)
        {
            if ((await assignment.ListCategoriesAsync(page, CancellationToken.None)).Value is not { } part)
                return null;
            all.AddRange(part.Items);
            if (!part.More)
                return all;
        }
    }
}
