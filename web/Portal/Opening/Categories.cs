using Helpdesk.Ui.Api;

namespace Helpdesk.Portal.Opening;

/// <summary>What customers can choose from. With Assignment away the last known ones serve on, for a ticket needs nobody there.</summary>
sealed class Categories(IServiceScopeFactory scopes, TimeProvider time) : LastKnown<IReadOnlyList<Category>>(scopes, time, TimeSpan.FromSeconds(10), AskAsync)
{
    public async Task<IReadOnlyList<Category>> ListAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken) ?? [];

    static async Task<IReadOnlyList<Category>?> AskAsync(Services services)
    {
        var all = new List<Category>();
        for (var page = 1; ; page++)
        {
            var answer = await services.SendAsync<Page<Category>>(Call.Get("assignment", $"/api/categories?page={page}&size=100"), CancellationToken.None);
            if (answer.Value is not { } part)
                return null;
            all.AddRange(part.Items);
            if (!part.More)
                return all;
        }
    }
}
