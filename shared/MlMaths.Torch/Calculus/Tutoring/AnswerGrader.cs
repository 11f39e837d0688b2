namespace MlMaths.Torch.Calculus;

/// <summary>The verdicts on one answer: right or wrong by its own precision, then what explains the wrong ones.</summary>
internal sealed class AnswerGrader(Examination examination, AskedAnswer asked)
{
    private readonly ExamPoint[] _came = [.. examination.Points.Where(point => asked.At(point) is not null)];

    private string[] Parameters { get; } =
        [.. examination.Derivation.Inputs.Where(input => input.IsDifferentiated).Select(input => input.Name)];

    public IReadOnlyList<ParameterVerdict> Verdicts()
    {
        Dictionary<string, ParameterVerdict> known = [];
        foreach (string parameter in Parameters)
        {
            if (AtOnce(parameter) is { } verdict) known[parameter] = verdict;
        }
        string[] open = [.. Parameters.Where(parameter => !known.ContainsKey(parameter))];
        if (open.Length > 0)
        {
            foreach (ParameterVerdict verdict in new WrongParameters(examination, asked, _came, open, Right(known)).Verdicts())
                known[verdict.Parameter] = verdict;
        }
        return [.. Parameters.Select(parameter => known[parameter])];
    }

    private static string[] Right(Dictionary<string, ParameterVerdict> known) =>
        [.. known.Values.Where(verdict => verdict.Kind == VerdictKind.Right).Select(verdict => verdict.Parameter)];

    /// <summary>A verdict that needs no search; null where one is due.</summary>
    private ParameterVerdict? AtOnce(string parameter)
    {
        string? thrown = examination.Points.Select(asked.ThrownAt).FirstOrDefault(message => message is not null);
        if (_came.Length == 0) return new(parameter, VerdictKind.Throws, $"It throws an exception: {thrown}.", []);
        if (_came.Any(point => !asked.At(point)!.ContainsKey(parameter)))
            return new(parameter, VerdictKind.Missing, $"The answer has no {parameter}.", []);
        GivenPart Part(ExamPoint point) => asked.At(point)![parameter];
        if (_came.FirstOrDefault(point => !Part(point).Numbers.IsFinite) is { } odd)
            return new(parameter, VerdictKind.NotANumber, $"It has a number that is infinite or NaN, at {odd.Words}.", []);
        bool right = _came.All(point => AnswerPrecision.IsRight(point, parameter, Part(point).Numbers,
            AnswerPrecision.Of(Part(point).Type)));
        if (right && thrown is null) return new(parameter, VerdictKind.Right, "Right.", []);
        if (right) return Thrown(parameter, thrown!);
        bool zeros = _came.All(point => Part(point).Numbers.Largest == 0);
        return zeros && thrown is null && _came.All(point => Part(point).Numbers.HasShapeOf(point.Right[parameter]))
            ? new(parameter, VerdictKind.NotWritten, "Zeros everywhere: not written yet.", [])
            : null;
    }

    private ParameterVerdict Thrown(string parameter, string message) => new(
        parameter, VerdictKind.Throws,
        $"At {examination.Points.Count - _came.Length} of {examination.Points.Count} points it throws an exception: {message}. "
        + "At the other points it is right.",
        [], IsRightElsewhere: true);
}
