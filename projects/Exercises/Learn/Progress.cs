using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MlMaths.Torch.Exercises.MyWork;
using MlMaths.Torch.Exercises.Workbench;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Exercises.Learn;

/// <summary>How far a learner is with one exercise.</summary>
/// <param name="PartsRight">0 to 2: the second counts only after the first.</param>
/// <param name="HintsUsed">How many hints were looked at, the most telling last.</param>
/// <param name="Checks">How often it was graded.</param>
/// <param name="Prediction">What was guessed before the first run; null for nothing yet.</param>
/// <param name="Right">SHA-256 of their own file when it was last right in both parts; null where it never was, or nobody kept it.</param>
internal sealed record ExerciseProgress(
    int PartsRight = 0, int HintsUsed = 0, int Checks = 0, string? Prediction = null, string? Right = null)
{
    /// <summary>What tells one text from another.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Whether a text is another than the one that was right.</summary>
    public bool IsChanged(string text) => Right is { } right && right != HashOf(text);
}

/// <summary>
/// How far a learner is: a small file among their own. It is replaced as a whole, so that no end of the process leaves half of it.
/// </summary>
/// <param name="Seed">The learner's own: what exercises draw comes from it.</param>
/// <param name="Exercises">By word.</param>
internal sealed record Progress(int Seed, IReadOnlyDictionary<string, ExerciseProgress> Exercises)
{
    private const string Name = "progress.json";

    /// <summary>Of one exercise.</summary>
    public ExerciseProgress this[Exercise exercise] => Exercises.GetValueOrDefault(exercise.Word) ?? new();

    /// <summary>What is drawn for the next check of an exercise: other inputs each time.</summary>
    public int SeedOf(Exercise exercise) => Seeds.Of(Seed, DrawnFor.Checks, this[exercise].Checks);

    /// <summary>With one exercise changed.</summary>
    public Progress With(Exercise exercise, ExerciseProgress progress) =>
        this with { Exercises = new Dictionary<string, ExerciseProgress>(Exercises) { [exercise.Word] = progress } };

    /// <summary>As it stands in the learner's folder; a new one where there is none.</summary>
    /// <exception cref="UserMistakeException">The file is no such file.</exception>
    public static Progress In(WorkFolder work)
    {
        string file = work.PathOf(Name);
        if (!File.Exists(file)) return new(SeedFor(file), new Dictionary<string, ExerciseProgress>());
        try
        {
            return JsonSerializer.Deserialize<Progress>(WorkFolder.Read(file), BenchWire.Json) is { Exercises: not null } read
                ? read
                : throw new JsonException();
        }
        catch (JsonException)
        {
            throw new UserMistakeException(
                $"{Quoted.Path(file)} is not the file that 'learn' wrote: rename it, and your answers count again at their next check.");
        }
    }

    /// <summary>Puts it into the learner's folder.</summary>
    public void Keep(WorkFolder work) => work.Replace(Name, JsonSerializer.Serialize(this, BenchWire.Json));

    // A number of the learner's own that stays the same: of the folder's place.
    private static int SeedFor(string file) =>
        BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{Environment.MachineName}|{Path.GetFullPath(file)}"))) & 0xFFFFF;
}
