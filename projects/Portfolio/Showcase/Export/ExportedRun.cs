using System.Security.Cryptography;
using MlMaths.Torch.Portfolio.Verify;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Showcase.Export;

/// <summary>A run that is published, and the table that it was made from, where that is the learner's own.</summary>
/// <param name="Part">Which part of the portfolio it is.</param>
/// <param name="Run">As it stands on this machine.</param>
/// <param name="Table">The learner's file; null where the data are embedded, or drawn.</param>
internal sealed record ExportedRun(PortfolioPart Part, FinishedRun Run, string? Table)
{
    /// <summary>Where it will stand.</summary>
    public string Place => $"runs/{Part.Verb}";

    /// <summary>Where its table will stand: as it was typed below <c>data/</c>, or by its name.</summary>
    public string? TablePlace => Table is null ? null : $"data/{PublishedTable.Place(Table)}";

    /// <summary>Paths of this machine that its files tell.</summary>
    public IReadOnlyList<string> Paths =>
        [.. Run.Args.Append(RepeatedCommand.LauncherOf(Run.Command) ?? "").Where(arg => Path.IsPathRooted(arg))];

    /// <summary>All files of its folder, by their paths in it.</summary>
    public IReadOnlyList<string> Files => [.. Run.Recorded.Where(name => File.Exists(Path.Combine(Run.Folder, name)))];

    /// <exception cref="UserMistakeException">Its files, or its table, are not what they were.</exception>
    public static ExportedRun Of(PortfolioPart part, FinishedRun run)
    {
        if (run.Broken is { } file)
        {
            throw new UserMistakeException($"{Quoted.Path(Path.Combine(run.Folder, file.Name))} {file.Words}, and a stranger would find "
                + $"that: run {part.Verb} again.");
        }

        string? table = PublishedTable.Typed(run);
        if (table is not null && (!File.Exists(table) || HashOf(table) != run.Data?.Sha256))
        {
            throw new UserMistakeException($"{Quoted.Path(table)} is gone or was changed since {part.Verb} was run on it: "
                + "run it again, or go back to the folder that you ran it in.");
        }

        return new(part, run, table);
    }

    private static string HashOf(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
}
