using System.Text.Json;

namespace MlMaths.Torch.Runs;

/// <summary>Numbers that go with a run as a JSON file of their own, for who reads them by a program.</summary>
/// <param name="FileName">Its name, <c>metrics.json</c> for instance; the project's, never the user's.</param>
/// <param name="Content">Any object of public properties, or a dictionary; names become snake case, numbers that are
/// not finite null.</param>
public sealed record ResultDocument(string FileName, object Content)
{
    /// <summary>Its name: lower case, digits and hyphens, and <c>.json</c>.</summary>
    public string FileName { get; } = IsName(FileName) && FileName is not ("results.json" or "command.json" or ModelFile.Name)
        ? FileName
        : throw new ArgumentException(
            $"A document's file is named in lower case, digits and hyphens with .json, other than the run's own; "
            + $"it was '{FileName}'.",
            nameof(FileName));

    /// <summary>The file's text.</summary>
    public string ToJson() => JsonSerializer.Serialize(Content, Content.GetType(), RunManifest.Format) + "\n";

    private static bool IsName(string name) => name.Length > 5 && name.EndsWith(".json", StringComparison.Ordinal)
        && name[..^5].All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}
