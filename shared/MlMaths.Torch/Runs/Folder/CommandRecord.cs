using System.Text.Json;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Runs;

/// <summary>What <c>command.json</c> says: all that is needed to continue a run. It is there as long as the folder is.</summary>
/// <param name="Schema">Version of this list of fields.</param>
/// <param name="Project">Which command it was.</param>
/// <param name="Args">What was typed.</param>
/// <param name="StartedAt">Time of the start, in UTC.</param>
/// <param name="Seed">Seed of every random choice.</param>
/// <param name="Device">Where tensors lived.</param>
/// <param name="Data">Which data; null where all is drawn by the seed.</param>
internal sealed record CommandRecord(
    int Schema, string Project, IReadOnlyList<string> Args, DateTime StartedAt, int Seed, string Device, DataDescription? Data)
{
    public const string Name = "command.json";

    public const int CurrentSchema = 1;

    // Beyond these a time cannot be moved from one zone to another.
    private const int FirstYear = 1970, LastYear = 9998;

    public string ToJson() => JsonSerializer.Serialize(this, RunManifest.Format) + "\n";

    /// <exception cref="UserMistakeException">It is no such text, or not all of it.</exception>
    public static CommandRecord Read(string path)
    {
        CommandRecord? read = null;
        try
        {
            read = JsonSerializer.Deserialize<CommandRecord>(File.ReadAllText(path), RunManifest.Format);
        }
        catch (Exception cause) when (cause is JsonException or IOException or UnauthorizedAccessException
            or NotSupportedException or InvalidOperationException)
        {
        }

        bool isOurs = read is { Schema: CurrentSchema, Project: not null, Args: not null, StartedAt.Year: >= FirstYear and <= LastYear }
            && (read.Data is null || read.Data.Sha256 is not null) && read.Args.All(arg => arg is not null);
        return isOurs
            ? read!
            : throw new UserMistakeException(
                $"{Quoted.Path(path)} is damaged or of another version, "
                + $"and does not say how the run was started: start a new run.");
    }
}
