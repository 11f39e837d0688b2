namespace MlMaths.Torch.Calculus;

/// <summary>The parameters of an answer that are not right at first sight: nearly right, explained by edits, or neither.</summary>
internal sealed class WrongParameters(
    Examination examination, AskedAnswer asked, ExamPoint[] came, IReadOnlyList<string> open, IReadOnlyList<string> right)
{
    private const int Most = 3, Compared = 8, FruitlessDraws = 10;
    private const double AsLikely = 0.35;

    private readonly ExamPoint[] _telling = [.. came.OrderByDescending(point => point.Right.Values.Sum(part => part.Numbers.Length))];

    public IEnumerable<ParameterVerdict> Verdicts()
    {
        Dictionary<string, List<EditCandidate>> exact = Search(AnswerPrecision.Float64, pairs: false);
        string[] nearly = [.. open.Where(parameter => exact[parameter].All(edit => IsHidden(parameter, edit))
            && IsNearlyRight(parameter))];
        string[] wrong = [.. open.Except(nearly)];
        foreach (string parameter in nearly)
        {
            yield return new(
                parameter, VerdictKind.Right, "Right, to the precision of float32 or of differences.", []);
        }
        if (wrong.Length == 0) yield break;

        Dictionary<string, List<EditCandidate>> found = wrong.All(parameter => exact[parameter].Count > 0)
            ? exact : Search(AnswerPrecision.Float64, pairs: true, [.. right, .. nearly]);
        if (wrong.Any(parameter => found[parameter].Count == 0))
        {
            foreach ((string parameter, List<EditCandidate> roughly) in Search(AnswerPrecision.Float32, pairs: true,
                [.. right, .. nearly]))
            {
                if (found.TryGetValue(parameter, out List<EditCandidate>? none) && none.Count == 0) none.AddRange(roughly);
            }
        }
        foreach (string parameter in wrong) yield return Verdict(parameter, found[parameter]);
    }

    private ParameterVerdict Verdict(string parameter, List<EditCandidate> candidates)
    {
        WrittenPart part = Written(parameter, isRight: false, AnswerPrecision.Float32);
        List<EditCandidate> told = ToldApart(parameter, candidates);
        EditCandidate[] best = [.. SaidOnce(told.DistinctBy(candidate => candidate.Told(parameter, "x").Says)).Take(Most)];
        LikelyMistake[] likely = [.. best.Select(candidate => candidate.Told(parameter, part.Evidence()))];
        bool several = best.Length > 1 && best[1].Cost - best[0].Cost <= AsLikely;
        (VerdictKind kind, string summary) = new WrongWords(parameter, examination, asked, came).Of(likely);
        return new ParameterVerdict(parameter, kind, summary, likely)
        {
            Question = several ? Question(best, likely) : null,
        };
    }

    /// <summary>What tells the first two apart: the step to look into, or what to look for in the one that both are in.</summary>
    private string Question(EditCandidate[] best, LikelyMistake[] likely)
    {
        if (best is [{ First: { } a, Second: null }, { First: { } b, Second: null }, ..] && a.Step != b.Step)
        {
            IReadOnlyList<Step> steps = ((IStepwise)examination.Derivation).Steps.All;
            return $"Both lead to these numbers: is it in {steps[Math.Max(a.Step, b.Step)].Name}, "
                + $"or already in {steps[Math.Min(a.Step, b.Step)].Name}?";
        }

        return $"Several mistakes lead to these numbers: do you see that {likely[0].Says}, or that {likely[1].Says}?";
    }

    /// <summary>Of edits that are other words for each other, the likeliest.</summary>
    private List<EditCandidate> SaidOnce(IEnumerable<EditCandidate> candidates)
    {
        var words = new OtherWords(_telling);
        List<EditCandidate> said = [];
        foreach (EditCandidate candidate in candidates)
        {
            if (!said.Exists(other => words.AreOf(other, candidate))) said.Add(candidate);
        }
        return said;
    }

    /// <summary>More points are drawn until the candidates differ, and those go that the answer does not follow.</summary>
    private List<EditCandidate> ToldApart(string parameter, List<EditCandidate> candidates)
    {
        List<EditCandidate> left = [.. candidates.Take(Compared)];
        int fruitless = 0;
        foreach (ExamPoint point in examination.More())
        {
            if (left.Count < 2 || fruitless == FruitlessDraws) break;
            EditCandidate[] simple = [.. left.Where(candidate => !candidate.IsUnsummed)];
            SmallTensor?[] led = [.. simple.Select(candidate => point.Edited(parameter, candidate.Steps))];
            bool differ = led.Any(one => one is null != led[0] is null
                || (one is not null && !AnswerPrecision.IsMatch(one, led[0]!, one, AnswerPrecision.Float32)));
            fruitless = differ ? 0 : fruitless + 1;
            if (!differ || asked.At(point)?.GetValueOrDefault(parameter) is not { } given) continue;
            double u = Math.Max(AnswerPrecision.Of(given.Type), AnswerPrecision.Float32);
            EditCandidate[] kept = [.. simple.Where((_, k) => led[k] is { } one && AnswerPrecision.IsMatch(one,
                given.Numbers, one, u))];
            if (kept.Length > 0) left = [.. kept];
        }
        return left;
    }

    private Dictionary<string, List<EditCandidate>> Search(double u, bool pairs, IReadOnlyList<string>? isRight = null)
    {
        if (examination.Memory is not { } memory)
        {
            return open.ToDictionary(parameter => parameter, _ =>
                new List<EditCandidate>());
        }
        string[] known = [.. isRight ?? right];
        WrittenPart[] parts =
        [
            .. known.Select(parameter => Written(parameter, isRight: true, u)),
            .. open.Except(known).Select(parameter => Written(parameter, isRight: false, u)),
        ];
        return new EditSearch(memory, parts).Of(pairs);
    }

    private WrittenPart Written(string parameter, bool isRight, double u) => new(
        parameter, (examination.Derivation as IStepwise)?.Steps.Gradients[parameter] ?? 0,
        [.. _telling.Select(point => (point, asked.At(point)![parameter].Numbers))], isRight,
        Math.Max(u, came.Max(point => AnswerPrecision.Of(asked.At(point)![parameter].Type))));

    /// <summary>Right by the measure of float32, where it may have been cast back from, or of differences.</summary>
    private bool IsNearlyRight(string parameter) => came.All(point => IsNearlyRight(point, parameter, asked.At(point)![parameter].Numbers));

    private bool IsNearlyRight(ExamPoint point, string parameter, SmallTensor numbers)
    {
        torch.ScalarType type = asked.At(point)![parameter].Type;
        double u = Math.Max(AnswerPrecision.Of(type), AnswerPrecision.Float32);
        return AnswerPrecision.IsRight(point, parameter, numbers, u)
            || (type != torch.ScalarType.Float64 && AnswerPrecision.IsRightForDifferences(point, parameter, numbers, u));
    }

    /// <summary>Whether float32 cannot tell an edit from what is right: 2.507 for √(2π). Then it speaks against nobody.</summary>
    private bool IsHidden(string parameter, EditCandidate edit) => !edit.IsUnsummed && came.All(point =>
        asked.At(point)![parameter].Type != torch.ScalarType.Float64
        && point.Edited(parameter, edit.Steps) is { } led && IsNearlyRight(point, parameter, led));
}
