using System.Linq.Expressions;
using System.Reflection;
using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Probability;
using Expression = System.Linq.Expressions.Expression;

namespace MlMaths.Torch.Tests.Conventions;

/// <summary>
/// Arguments that a method may be called with: of every type something sensible, and of numbers several kinds, since a
/// share wants 0.4 where a count wants 3. A member is tried in one world after the other until it takes its arguments.
/// </summary>
/// <param name="Doubles">Which single numbers.</param>
/// <param name="Whole">Which whole number.</param>
/// <param name="Lists">Which lists of numbers.</param>
internal sealed record SampleWorld(int Doubles, int Whole, int Lists)
{
    public const int Rows = 12;

    private const int Deepest = 3;

    private static readonly double[] Shares = [0.37, 0.81, 0.12, 0.64, 0.55, 0.93, 0.28, 0.46, 0.71, 0.19, 0.87, 0.04];

    private static readonly double[] Counts = [3, 5, 4, 9, 2, 6, 8, 1, 7, 3, 5, 4];

    private static readonly int[] WholeNumbers = [2, 3, 1, Rows, 40, 0];

    private int _lists, _doubles;

    public static IEnumerable<SampleWorld> All =>
        from whole in Enumerable.Range(0, WholeNumbers.Length)
        from lists in Enumerable.Range(0, 5)
        from doubles in Enumerable.Range(0, 5)
        select new SampleWorld(doubles, whole, lists);

    /// <summary>
    /// The arguments of one call; defaults stay where a parameter has one that is not a count of repetitions.
    /// </summary>
    public object?[] Arguments(MethodBase method, int depth = 0) =>
        [.. method.GetParameters().Select(parameter => Argument(parameter, depth))];

    /// <summary>Something of that type.</summary>
    /// <exception cref="NotSupportedException">There is nothing.</exception>
    public object? Of(Type type, string name = "", int depth = 0)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return Of(inner, name, depth);
        if (ByHand(type, name) is { } known) return known;
        if (type.IsEnum) return Enum.GetValues(type).GetValue(0);
        if (NoNumber.IsTuple(type))
            return Activator.CreateInstance(type, [.. type.GetGenericArguments().Select(part => Of(part, name, depth))]);
        if (type.IsArray) return Array(type.GetElementType()!, type.GetArrayRank(), name, depth);
        if (type.IsGenericType && ElementOf(type) is { } element) return Array(element, 1, name, depth);
        if (typeof(Delegate).IsAssignableFrom(type)) return Function(type, depth);
        return depth < Deepest ? Made(type, depth + 1) : throw new NotSupportedException($"{type} lies too deep.");
    }

    /// <summary>What a list or a span holds; null where the type is none.</summary>
    public static Type? ElementOf(Type type) => type.IsArray ? type.GetElementType()
        : type.IsGenericType && type.GetGenericTypeDefinition() is { } kind
            && (kind == typeof(IReadOnlyList<>) || kind == typeof(IEnumerable<>)
                || kind == typeof(IReadOnlyCollection<>) || kind == typeof(List<>)
                || kind == typeof(ReadOnlySpan<>) || kind == typeof(Span<>)) ? type.GetGenericArguments()[0] : null;

    private object? Argument(ParameterInfo parameter, int depth)
    {
        bool repetitions = parameter.Name
            is "resamples" or "simulations" or "searches" or "recalibrations" or "windows" or "most" or "maxSteps";
        if (repetitions && parameter.ParameterType == typeof(int)) return 40;
        return parameter.HasDefaultValue && Type.GetTypeCode(parameter.ParameterType) != TypeCode.Empty
            && parameter.DefaultValue is { } value
            ? value : parameter.HasDefaultValue && !parameter.ParameterType.IsValueType ? null
            : Of(parameter.ParameterType, parameter.Name!, depth);
    }

    private object? ByHand(Type type, string name) => type switch
    {
        _ when type == typeof(double) => Number(),
        _ when type == typeof(float) => (float)Number(),
        _ when type == typeof(int) => name == "seed" ? 1 : WholeNumbers[Whole],
        _ when type == typeof(long) => name.EndsWith("rials", StringComparison.Ordinal) ? 40L : WholeNumbers[Whole],
        _ when type == typeof(bool) => true,
        _ when type == typeof(string) => "a",
        _ when type == typeof(ushort) => (ushort)1,
        _ when type == typeof(Random) => new Random(1),
        _ when type == typeof(CancellationToken) => CancellationToken.None,
        _ when type == typeof(TimeProvider) => TimeProvider.System,
        _ when type == typeof(Tensor) => torch.tensor([.. Enumerable.Range(0,
            Rows * 2).Select(i => Shares[i % Rows] + i % 5)], [Rows, 2]),
        _ when type == typeof(torch.Device) => torch.CPU,
        _ when type == typeof(Dataset) => Table(),
        _ when type == typeof(BinaryTarget) => BinaryTarget.From(Table()),
        _ when type == typeof(TrainingPart) => RandomSplit.Of(Table(), 1).Training,
        _ when type == typeof(SplitPart) => RandomSplit.Of(Table(), 1).Test,
        _ when type == typeof(ErrorCosts) => new ErrorCosts(5, 1),
        _ when type == typeof(Perceptron) => Net(),
        _ when type == typeof(IGradientSource) => Autograd.For(Net(), 0),
        _ when type == typeof(ISurface) => new TwoValleys(),
        _ when type == typeof(IUpdateRule) => new GradientDescent(),
        _ when type == typeof(LogisticModel) => new LogisticModel(2, torch.CPU),
        _ when type == typeof(Batch) => OneBatch(),
        _ when type == typeof(Batches) => new Batches(OneBatch().X, OneBatch().y, 4, 1),
        _ when type == typeof(Quadratic) => new Quadratic("bowl", new double[,] { { 2, 0 }, { 0, 1 } }, 0, 0),
        _ when type == typeof(ParameterVector) => Net().Parameters,
        _ when type == typeof(ILearningRateSchedule) => new ConstantLearningRate(),
        _ when type == typeof(Resampling) => Resampling.OfRows(Rows),
        _ => null,
    };

    private double Number() => Doubles switch
    {
        0 => 0.4,
        1 => 0.3 + 0.1 * _doubles++,
        2 => 2 + _doubles++,
        3 => 0.9 - 0.1 * _doubles++,
        _ => 0.01,
    };

    private Array Array(Type element, int rank, string name, int depth)
    {
        int length = Lists == 4 ? 2 : Rows, shift = element == typeof(double) || element == typeof(float) ? _lists++
            : 0;
        if (rank == 2 && element == typeof(double)) return new double[,] { { 2, 0 }, { 0, 1 } };
        if (rank != 1) throw new NotSupportedException($"{element} of rank {rank}.");
        Array list = System.Array.CreateInstance(element, length);
        for (int i = 0; i < length; i++)
        {
            object? value = element switch
            {
                _ when element == typeof(double) => InList(i, shift),
                _ when element == typeof(double?) => InList(i, shift),
                _ when element == typeof(float) => (float)InList(i, shift),
                _ when element == typeof(bool) => i % 3 != 1,
                _ when element == typeof(int) => name.Contains("abel",
                    StringComparison.Ordinal) || name.Contains("luster", StringComparison.Ordinal) ? i % 2 : i,
                _ when element == typeof(ushort) => (ushort)(i % 2),
                _ when element == typeof(string) => $"{name}{i}",
                _ => Of(element, $"{name}{i}", depth),
            };
            list.SetValue(value, i);
        }

        return list;
    }

    private double InList(int i, int shift) => Lists switch
    {
        0 => Shares[(i + 5 * shift) % Rows],
        1 => Counts[(i + 5 * shift) % Rows],
        2 => (i + 1.0) / 20,
        3 => (i + 1.0) * (shift + 1),
        _ => 0.25 + 0.5 * i,
    };

    private object Made(Type type, int depth)
    {
        IEnumerable<Type> kinds = type.IsAbstract
            ? type.Assembly.GetExportedTypes().Where(other => !other.IsAbstract
                && type.IsAssignableFrom(other)).Take(3).Prepend(type) : [type];
        foreach (Type kind in kinds.Where(kind => kind.Assembly == typeof(Moments).Assembly
            && !kind.IsGenericTypeDefinition))
        {
            IEnumerable<MethodBase> ways =
            [
                .. kind.GetMethods(BindingFlags.Public | BindingFlags.Static)
                    .Where(way => type.IsAssignableFrom(way.ReturnType) && !way.IsGenericMethod && !way.IsSpecialName),
                .. kind.IsAbstract ? [] : kind.GetConstructors(),
            ];
            foreach (MethodBase way in ways.Where(way => way.GetParameters().All(parameter => parameter.ParameterType != kind)))
            {
                try
                {
                    if (Door.Call(way, null, Arguments(way, depth)) is { } made) return made;
                }
                catch (Exception reason) when (reason is not OutOfMemoryException)
                {
                    // The next way may do.
                }
            }
        }

        throw new NotSupportedException($"No {type} can be made.");
    }

    /// <summary>A function that returns a sample whatever it is given; a number goes through it as it is.</summary>
    private Delegate Function(Type type, int depth)
    {
        MethodInfo invoke = type.GetMethod("Invoke")!;
        if (invoke.ReturnType == typeof(Tensor))
            throw new NotSupportedException("A tensor that autograd can follow back has to be worked out.");
        ParameterExpression[] given = [.. invoke.GetParameters().Select(parameter => Expression.Parameter(parameter.ParameterType))];
        Expression body = invoke.ReturnType == typeof(void) ? Expression.Empty()
            : given.FirstOrDefault(one => one.Type == invoke.ReturnType && one.Type == typeof(double))
                ?? (Expression)Expression.Constant(Of(invoke.ReturnType, depth: depth + 1), invoke.ReturnType);
        return Expression.Lambda(type, body, given).Compile();
    }

    private static Dataset Table() => new(
        "sample", ["a", "b"], [.. Enumerable.Range(0, 80).Select(i => Shares[i * 5 % Rows] + i % 7)], "target",
            [.. Enumerable.Range(0, 40).Select(i => i % 3 == 0 ? "yes" : "no")],
        new Provenance("made here", "none", "0"));

    private static Perceptron Net() => new([2, 3, 2], seed: 1, type: torch.ScalarType.Float64);

    private static Batch OneBatch() => new(
        torch.tensor([.. Enumerable.Range(0, Rows * 2).Select(i => Shares[i % Rows] + i % 5)], [Rows, 2]),
        torch.tensor([.. Enumerable.Range(0, Rows).Select(i => (long)(i % 2))]));
}
