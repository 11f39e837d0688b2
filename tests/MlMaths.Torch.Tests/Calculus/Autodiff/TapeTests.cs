using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Tests.Calculus;

public sealed class TapeTests
{
    private static readonly Operation[] Pairs =
    [
        Operation.Add, Operation.Subtract, Operation.Multiply, Operation.Divide, Operation.Power,
        Operation.Function("max"), Operation.Function("min"),
    ];

    [Fact]
    public void A_product_passes_each_factor_the_other_one()
    {
        var tape = new Tape();
        int w = tape.Variable(2), x = tape.Variable(-1);
        tape.Record(Operation.Multiply, w, x);

        Assert.Equal([-2], tape.Entries[^1].Value);
        Assert.Equal([-1], tape.Gradients()[w]!);
        Assert.Equal([2], tape.Gradients()[x]!);
    }

    [Fact]
    public void A_number_that_is_used_twice_collects_from_both_places()
    {
        var tape = new Tape();
        int x = tape.Variable(3);
        tape.Record(Operation.Add, tape.Record(Operation.Multiply, x, x), x);
        Assert.Equal([7], tape.Gradients()[x]!); // x² + x: 2x + 1
    }

    [Fact]
    public void A_single_number_beside_a_vector_collects_from_every_element()
    {
        var tape = new Tape();
        int x = tape.Variable(1, 2, 3), b = tape.Variable(0.5);
        tape.Record(Operation.Function("sum"), tape.Record(Operation.Multiply, x, b));
        Assert.Equal([0.5, 0.5, 0.5], tape.Gradients()[x]!);
        Assert.Equal([6], tape.Gradients()[b]!);
    }

    [Fact]
    public void A_constant_has_no_gradient_and_stands_in_no_ones_way()
    {
        var tape = new Tape();
        int x = tape.Variable(-3), two = tape.Constant(2);
        tape.Record(Operation.Power, x, two);
        Assert.Null(tape.Gradients()[two]);
        Assert.Equal([-6], tape.Gradients()[x]!);
    }

    [Fact]
    public void A_vector_has_no_gradient_before_it_is_made_one_number()
    {
        var tape = new Tape();
        tape.Record(Operation.Negate, tape.Variable(1, 2));
        Assert.Throws<InvalidOperationException>(() => tape.Gradients());
        Assert.Throws<ArgumentException>(() => tape.Record(Operation.Add, 0, tape.Variable(1, 2, 3)));
        Assert.Throws<ArgumentException>(() => tape.Record(Operation.Add, 0));
    }

    [Theory]
    [InlineData("relu", 0.0)]
    [InlineData("abs", 0.0)]
    [InlineData("max", 0.5)]
    [InlineData("min", 0.5)]
    public void At_a_kink_it_says_what_autograd_says(string function, double slope)
    {
        Operation operation = Operation.Function(function);
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor a = torch.zeros(1, torch.float64, requires_grad: true), b = torch.zeros(1, torch.float64, requires_grad: true);
        OnTensors(operation, a, b).sum().backward();

        var tape = new Tape();
        int[] leaves = [tape.Variable(0), tape.Variable(0)];
        tape.Record(operation, leaves[..operation.Operands]);

        Assert.Equal([slope], tape.Gradients()[0]!);
        Assert.Equal(slope, a.grad!.ToDouble());
    }

    [Fact]
    public void On_six_hundred_random_expressions_it_agrees_with_autograd()
    {
        double worst = 0;
        var seen = new HashSet<string>();
        for (int seed = 1; seed <= 600; seed++)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            var (tape, leaves) = RandomExpression(new Random(seed), seen);
            IReadOnlyList<IReadOnlyList<double>?> gradients = tape.Gradients();
            for (int k = 0; k < leaves.Length; k++)
            {
                double[] expected = leaves[k].grad is { } grad ? grad.data<double>().ToArray() : new double[leaves[k].numel()];
                for (int i = 0; i < expected.Length; i++)
                    worst = Math.Max(worst, Math.Abs(expected[i] - gradients[k]![i]) / Math.Max(1, Math.Abs(expected[i])));
            }
        }

        Assert.True(worst <= 1e-12, $"The worst difference is {worst:g3}.");
        Assert.Equal(Operation.Functions.Count + 5, seen.Count); // and + − * / ^
    }

    private static (Tape Tape, Tensor[] Leaves) RandomExpression(Random random, HashSet<string> seen)
    {
        var tape = new Tape();
        List<Tensor> tensors = [];
        for (int k = 0; k < 5; k++)
        {
            double[] value = [.. Enumerable.Range(0, k < 3 ? 1 : 3).Select(_ => 4 * random.NextDouble() - 2)];
            tape.Variable(value);
            tensors.Add(torch.tensor(value, dtype: torch.float64, requires_grad: true));
        }

        Tensor[] leaves = [.. tensors];
        for (int k = 0; k < 12; k++)
        {
            int a = random.Next(tensors.Count), b = random.Next(tensors.Count);
            bool pair = random.Next(2) == 0;
            Operation operation = pair ? Pairs[random.Next(Pairs.Length)] : random.Next(8) == 0 ? Operation.Negate : OneOf(random);
            if (operation.Name is "log" or "log10" or "log2" or "sqrt" or "^") a = Positive(a);
            if (operation.Name is "/") b = Positive(b);
            if (operation.Name is "exp") a = Apply(Operation.Function("tanh"), a);
            if (operation.Name is "^") b = Apply(Operation.Function("tanh"), b);
            int y = Apply(operation, operation.Operands == 2 ? [a, b] : [a]);
            // The sine of a large number depends on its last bits, which nobody owes anybody.
            if (tape.Entries[y].Value.Any(number => Math.Abs(number) > 10)) Apply(Operation.Function("tanh"), y);
        }

        int smooth = Apply(Operation.Function("tanh"), tensors.Count - 1);
        Apply(Operation.Function("sum"), Apply(Operation.Function("dot"), smooth, 4));
        tensors[^1].sum().backward();
        return (tape, leaves);

        int Positive(int line) => Apply(Operation.Add, Apply(Operation.Function("abs"), line), Apply(Operation.Function("sigmoid"), line));

        int Apply(Operation operation, params int[] lines)
        {
            seen.Add(operation.Name);
            tensors.Add(OnTensors(operation, tensors[lines[0]], tensors[lines[^1]]));
            return tape.Record(operation, lines);
        }
    }

    private static Operation OneOf(Random random)
    {
        Operation[] single = [.. Operation.Functions.Where(function => function.Operands == 1 && !function.AddsUp)];
        return single[random.Next(single.Length)];
    }

    private static Tensor OnTensors(Operation operation, Tensor a, Tensor b) => (operation.Name, operation.Operands) switch
    {
        ("+", _) => a + b,
        ("-", 2) => a - b,
        ("-", 1) => -a,
        ("*", _) => a * b,
        ("/", _) => a / b,
        ("^", _) => a.pow(b),
        ("exp", _) => a.exp(),
        ("log", _) => a.log(),
        ("log10", _) => a.log10(),
        ("log2", _) => a.log2(),
        ("sqrt", _) => a.sqrt(),
        ("sin", _) => a.sin(),
        ("cos", _) => a.cos(),
        ("tanh", _) => a.tanh(),
        ("sigmoid", _) => a.sigmoid(),
        ("relu", _) => a.relu(),
        ("abs", _) => a.abs(),
        ("max", _) => torch.maximum(a, b),
        ("min", _) => torch.minimum(a, b),
        ("sum", _) => a.sum(),
        ("dot", _) => (a * b).sum(),
        _ => throw new ArgumentException(operation.Name, nameof(operation)),
    };
}
