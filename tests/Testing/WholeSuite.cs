namespace MlMaths.Torch.Tests;

/// <summary>
/// Whether every test is run, or a few were asked for: what takes long and is a process of its own then begins at once,
/// beside the others.
/// </summary>
internal static class WholeSuite
{
    private static readonly string[] Filters =
        ["-class", "-method", "-namespace", "-trait", "-filter", "-displayName", "-id", "--filter", "--treenode"];

    public static bool IsRun { get; } =
        !Environment.GetCommandLineArgs().Any(word => Filters.Any(filter => word.StartsWith(filter, StringComparison.OrdinalIgnoreCase)));
}
