using System.Text.Json;
using MlMaths.Torch.Exercises.MyWork;
using MlMaths.Torch.Exercises.Workbench;
using MlMaths.Torch.Portfolio.Viva.Keys;

namespace MlMaths.Torch.Portfolio.Viva;

/// <summary>
/// What a learner answered, question by question: a small file beside their other progress, replaced as a whole after each answer.
/// </summary>
/// <param name="Answers">By the id of the question, the last one of each.</param>
internal sealed record VivaProgress(IReadOnlyDictionary<string, KeptAnswer> Answers)
{
    private const string Name = "interview.json";

    public bool IsDefended(string id) => Answers.GetValueOrDefault(id) is { Outcome: Outcome.Right or Outcome.RightWithHint };

    /// <summary>How many answers were kept in all: another number after each.</summary>
    public int Count => Answers.Values.Sum(one => one.Times);

    public VivaProgress With(AskedQuestion asked, Outcome outcome) => new(new Dictionary<string, KeptAnswer>(Answers)
    {
        [asked.Id] = new(outcome, 1 + (Answers.GetValueOrDefault(asked.Id)?.Times ?? 0)),
    });

    /// <summary>As it stands in the learner's folder; a new one where there is none.</summary>
    /// <exception cref="UserMistakeException">The file is no such file.</exception>
    public static VivaProgress In(WorkFolder work)
    {
        string file = work.PathOf(Name);
        if (!File.Exists(file)) return new(new Dictionary<string, KeptAnswer>());
        try
        {
            return JsonSerializer.Deserialize<VivaProgress>(WorkFolder.Read(file), BenchWire.Json) is { Answers: { } answers } read
                && answers.Values.All(one => one is not null)
                    ? read
                    : throw new JsonException();
        }
        catch (JsonException)
        {
            throw new UserMistakeException(
                $"{Quoted.Path(file)} is not the file that 'interview' wrote: rename it, and a new one is begun.");
        }
    }

    public void Keep(WorkFolder work) => work.Replace(Name, JsonSerializer.Serialize(this, BenchWire.Json));
}

/// <summary>How a question ended last.</summary>
/// <param name="Outcome">Its end.</param>
/// <param name="Times">How often it was answered or passed over.</param>
internal sealed record KeptAnswer(Outcome Outcome, int Times);
