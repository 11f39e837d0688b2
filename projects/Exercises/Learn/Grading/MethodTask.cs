using System.Reflection;
using MlMaths.Torch.Exercises.Workbench;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Exercises.Learn.Grading;

/// <summary>One method that a learner writes, and how it is judged.</summary>
internal interface IMethodTask
{
    /// <summary>Its name.</summary>
    string Method { get; }

    /// <summary>Judges it in a compiled file.</summary>
    /// <param name="answer">The file.</param>
    /// <param name="text">The same as text, to find the line of a mistake.</param>
    /// <param name="seed">Decides what is drawn.</param>
    PartGrade Grade(LearnerAssembly answer, string text, int seed);

    /// <summary>
    /// What would be right at the input that <see cref="Grade"/> shows, as it would be written: for the author's check, which sees that no
    /// message tells it. Null where nothing fails, or nothing right is known.
    /// </summary>
    string? RightWhereItFails(LearnerAssembly answer, int seed);
}

/// <summary>
/// Properties first: each at inputs drawn anew, a failing one made as small as it can be. Then the search for the slip that gives the
/// same numbers.
/// </summary>
/// <param name="Method">Its name.</param>
/// <param name="Signature">As the stub has it.</param>
/// <param name="Bind">Makes it callable; null where its parameters or result are others.</param>
/// <param name="Properties">In the order in which they are tried: the first to fail is told.</param>
/// <param name="Show">An input, as a learner would write it.</param>
internal sealed record MethodTask<TIn, TOut>(
    string Method, string Signature, Func<MethodInfo, Func<TIn, TOut>?> Bind, IReadOnlyList<Property<TIn, TOut>> Properties,
    Func<TIn, string> Show) : IMethodTask
{
    private const int MostSteps = 300, MostNamed = 3;

    /// <summary>Simpler inputs than one that fails, to try in its place.</summary>
    public Func<TIn, IEnumerable<TIn>> Simpler { get; init; } = _ => [];

    /// <summary>The slips that are searched.</summary>
    public IReadOnlyList<Slip> Slips { get; init; } = [];

    /// <summary>
    /// Whether two slips are tried at once, where none alone explains an answer: where one trial takes long, only pairs that people write.
    /// </summary>
    public Func<string, string, bool> Joins { get; init; } = (_, _) => true;

    /// <summary>The method with these slips in it; right with none.</summary>
    public Func<TIn, IReadOnlySet<string>, TOut>? Slipped { get; init; }

    /// <summary>Inputs of other kinds than the properties draw, that tell slips apart.</summary>
    public IReadOnlyList<Func<Random, TIn>> Probes { get; init; } = [];

    /// <summary>
    /// Inputs that a slip must explain, where one takes long and tells much; null for a dozen of each kind that the properties draw.
    /// </summary>
    public Func<Random, IReadOnlyList<TIn>>? Searched { get; init; }

    /// <summary>Whether two results are the same, but for rounding and what the text leaves open.</summary>
    public Func<TOut, TOut, bool> Same { get; init; } = (one, other) => Equals(one, other);

    /// <summary>What a result looks like in a sentence.</summary>
    public Func<TOut?, string> Written { get; init; } = value => value?.ToString() ?? "null";

    /// <summary>One true thing about a right answer, from its text and the method; null for nothing to say.</summary>
    public Func<string, Func<TIn, TOut>, Random, string?> Remark { get; init; } = (_, _, _) => null;

    public PartGrade Grade(LearnerAssembly answer, string text, int seed)
    {
        if (answer.Method(Method) is not { } found) return PartGrade.Unwritten($"There is no method {Signature} in the file yet.");
        if (Bind(found) is not { } method)
            return PartGrade.Unwritten($"{Method} takes or returns something else than {Signature}.");
        return Failure(method, seed) switch
        {
            null => PartGrade.Right(Remark(text, method, Seeds.Generator(seed, DrawnFor.Worlds))),
            { IsUnwritten: true } => PartGrade.Unwritten($"{Method} is not written yet."),
            { } failed => Told(failed.Property, method, failed.Input, answer, text, seed),
        };
    }

    public string? RightWhereItFails(LearnerAssembly answer, int seed) => Slipped is not null
        && answer.Method(Method) is { } found && Bind(found) is { } method && Failure(method, seed) is { IsUnwritten: false } failed
            ? Written(Slipped(failed.Input, new HashSet<string>())) : null;

    // The first property that does not hold, and the smallest input that was found at which it does not.
    private Failed? Failure(Func<TIn, TOut> method, int seed)
    {
        foreach ((int place, Property<TIn, TOut> property) in Properties.Index())
        {
            var random = Seeds.Generator(seed, DrawnFor.Checks, place);
            for (int draw = 0; draw < property.Draws; draw++)
            {
                TIn input = property.Draw(random);
                if (Outcome<TOut>.Of(method, input).IsUnwritten) return new(property, input, IsUnwritten: true);
                if (Fails(property, method, input)) return new(property, Smallest(property, method, input), IsUnwritten: false);
            }
        }

        return null;
    }

    private static bool Fails(Property<TIn, TOut> property, Func<TIn, TOut> method, TIn input) =>
        !property.Holds(input, Outcome<TOut>.Of(method, input), other => Outcome<TOut>.Of(method, other));

    private TIn Smallest(Property<TIn, TOut> property, Func<TIn, TOut> method, TIn input)
    {
        for (int step = 0; step < MostSteps; step++)
        {
            bool isSmaller = false;
            foreach (TIn simpler in Simpler(input))
            {
                if (!Fails(property, method, simpler)) continue;
                (input, isSmaller) = (simpler, true);
                break;
            }

            if (!isSmaller) break;
        }

        return input;
    }

    private PartGrade Told(
        Property<TIn, TOut> property, Func<TIn, TOut> method, TIn input, LearnerAssembly answer, string text, int seed)
    {
        Outcome<TOut> outcome = Outcome<TOut>.Of(method, input);
        string gave = outcome.Thrown is { } thrown ? $"{thrown.GetType().Name}: {thrown.Message}" : Written(outcome.Value);
        return new(
            PartVerdict.Wrong, property.Says, Show(input), gave, outcome.Thrown is null ? null : answer.LineOf(outcome.Thrown),
            Mistakes(method, text, seed), null);
    }

    // One slip at once is likelier than two; two are only asked for where no one does it.
    private IReadOnlyList<NamedMistake> Mistakes(Func<TIn, TOut> method, string text, int seed)
    {
        if (Slipped is null) return [];
        var random = Seeds.Generator(seed, DrawnFor.Sample);
        IEnumerable<Func<Random, TIn>> kinds = Properties.Select(property => property.Draw).Concat(Probes);
        TIn[] inputs = [.. Searched?.Invoke(random) ?? kinds.SelectMany(draw => Enumerable.Range(0, 12).Select(_ => draw(random)))];
        Outcome<TOut>[] given = [.. inputs.Select(input => Outcome<TOut>.Of(method, input))];
        Outcome<TOut>[] right = [.. inputs.Select(input => Slip(input))];
        NamedMistake[] single = [.. Slips.Where(slip => Explains(slip.Id)).Select(slip => Named(text, slip))];
        return single.Length > 0
            ? [.. single.Take(MostNamed)]
            : [.. from one in Slips
                  from other in Slips.SkipWhile(slip => slip != one).Skip(1)
                  where Joins(one.Id, other.Id) && Explains(one.Id, other.Id)
                  select Named(text, one, other)];

        Outcome<TOut> Slip(TIn input, params string[] slips) =>
            Outcome<TOut>.Of(one => Slipped!(one, slips.ToHashSet(StringComparer.Ordinal)), input);

        bool Explains(params string[] slips)
        {
            bool tells = false;
            for (int i = 0; i < inputs.Length; i++)
            {
                Outcome<TOut> slipped = Slip(inputs[i], slips);
                if (!Alike(slipped, given[i])) return false;
                tells |= !Alike(slipped, right[i]);
            }

            return tells;
        }
    }

    private bool Alike(Outcome<TOut> one, Outcome<TOut> other) => one.IsUndefined || other.IsUndefined
        ? one.IsUndefined && other.IsUndefined
        : Same(one.Value!, other.Value!);

    private NamedMistake Named(string text, params Slip[] slips)
    {
        LinePlace place = MethodLines.Of(text, Method, slips[0].Look.Split('|'));
        return new(
            string.Join('+', slips.Select(slip => slip.Id)),
            $"these are the numbers one gets {string.Join(" and ", slips.Select(slip => slip.Says))}", place.Line, place.Method);
    }

    private sealed record Failed(Property<TIn, TOut> Property, TIn Input, bool IsUnwritten);
}
