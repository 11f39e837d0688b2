using MlMaths.Torch.Portfolio.Viva.Keys;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Viva;

/// <summary>
/// The questions that runs allow, and which comes next: of the level that the answers so far ask for, from an area that had fewer
/// turns, and rather one that was not answered on another day.
/// </summary>
internal sealed class QuestionPool
{
    private const int Hardest = 3;

    private readonly List<AskedQuestion> _left;
    private readonly Dictionary<Area, int> _turns = [];
    private readonly VivaProgress _before;

    private QuestionPool(List<AskedQuestion> left, VivaProgress before) => (_left, _before) = (left, before);

    /// <summary>From 1: what the next question should be like.</summary>
    public int Level { get; private set; } = 1;

    /// <summary>All that are left, in the order of the catalogue, shuffled by the seed.</summary>
    public IReadOnlyList<AskedQuestion> Left => _left;

    public static QuestionPool Of(IReadOnlyList<FinishedRun> runs, int seed, VivaProgress before)
    {
        AskedQuestion[] all = [.. TemplateCatalogue.All.SelectMany(template => runs
            .Select(run => template.For(run, seed) is { } question ? new AskedQuestion(template, run.Folder, question) : null)
            .OfType<AskedQuestion>().Take(1))];
        Seeds.Generator(seed, DrawnFor.Order).Shuffle(all);
        return new([.. all], before);
    }

    /// <summary>The next one, which is then no longer left; null where none is.</summary>
    public AskedQuestion? Next()
    {
        AskedQuestion? next = _left.MinBy(one => (
            Math.Abs(one.Template.Level - Level), _before.IsDefended(one.Id), _turns.GetValueOrDefault(one.Template.Area)));
        if (next is null) return null;
        _left.Remove(next);
        _turns[next.Template.Area] = _turns.GetValueOrDefault(next.Template.Area) + 1;
        return next;
    }

    /// <summary>Harder after a right answer, easier after a wrong one.</summary>
    public void Answered(Outcome outcome) => Level = outcome switch
    {
        Outcome.Right => Math.Min(Hardest, Level + 1),
        Outcome.Wrong => Math.Max(1, Level - 1),
        _ => Level,
    };

    /// <summary>So many, for who reads them all at once: easy ones first.</summary>
    public IReadOnlyList<AskedQuestion> Take(int count)
    {
        List<AskedQuestion> taken = [];
        while (taken.Count < count && Next() is { } next)
        {
            taken.Add(next);
            Level = 1 + Hardest * taken.Count / count;
        }

        return taken;
    }
}
