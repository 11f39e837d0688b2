using System.Globalization;

namespace MlMaths.Torch.Benchmarks;

/// <summary>What the stress program is asked for.</summary>
/// <param name="Runs">Quick runs of each program in each setting.</param>
/// <param name="Whole">Whole runs of each program.</param>
/// <param name="Seed">Of every run.</param>
/// <param name="Only">Only programs and settings whose names together hold this, such as <c>project 1</c> or
/// <c>busy</c>.</param>
/// <param name="Root">The repository whose built programs are run.</param>
/// <param name="Out">Where the table is written to as well; null for nowhere.</param>
internal sealed record RepeatOptions(int Runs, int Whole, int Seed, string Only, string Root, string? Out)
{
    public static RepeatOptions From(string[] args) => new(
        Number(args, "--runs", 20), Number(args, "--whole", 3), Number(args, "--seed", 3),
            Text(args, "--only") ?? "", Text(args, "--root") ?? Repository(),
        Text(args, "--out"));

    /// <summary>How often a program is run in a setting.</summary>
    public int Times(StressSetting setting) => setting.IsFull ? Whole : Runs;

    private static int Number(string[] args, string option, int usual) =>
        Text(args, option) is { } text && int.TryParse(text, CultureInfo.InvariantCulture, out int number) ? number
            : usual;

    private static string? Text(string[] args, string option) =>
        Array.IndexOf(args, option) is int at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

    private static string Repository()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MlMaths.Torch.sln")))
            folder = folder.Parent;
        return folder?.FullName
            ?? throw new InvalidOperationException("No MlMaths.Torch.sln above this program: name its folder with --root.");
    }
}
