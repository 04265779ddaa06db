namespace Helpdesk.ServiceDefaults.Database;

/// <summary>A database has a migration that this build does not know; its message is the sentence for whoever started it.</summary>
/// <param name="database">Its name on the server.</param>
/// <param name="migration">The migration.</param>
public sealed class UnknownMigrationException(string database, string migration) : Exception(
    $"The database {database} was made by another version of Helpdesk, whose migration {migration} this one does not know, and was "
    + "left as it is: start that version again, or give this one an empty database.");
