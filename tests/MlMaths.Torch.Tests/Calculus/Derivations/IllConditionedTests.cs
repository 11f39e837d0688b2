using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Tests.Calculus;

/// <summary>Where divisors vanish and exponentials overflow: the answers stay finite, and the same.</summary>
public sealed class IllConditionedTests
{
    [Theory]
    [InlineData("layer-norm", 1e-5, 0.0)]
    [InlineData("layer-norm", 1e-5, 1000.0)]
    [InlineData("layer-norm", 1e-12, -3.0)]
    [InlineData("batch-norm", 1e-5, 0.0)]
    [InlineData("batch-norm", 1e-5, 1000.0)]
    [InlineData("batch-norm", 1e-12, -3.0)]
    public void Constant_rows_and_columns_divide_by_the_root_of_ε(string name, double ε, double everywhere)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        DerivationPoint drawn = DerivationCatalogue.ByName(name).Draw(seed: 1);
        Agrees(With(drawn, ("X", torch.full_like(drawn["X"], everywhere)), ("ε", torch.tensor(ε))));
    }

    [Fact]
    public void One_constant_row_among_others_does_not_disturb_them()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        DerivationPoint drawn = DerivationCatalogue.ByName("layer-norm").Draw(seed: 4);
        Tensor X = torch.cat([drawn["X"], torch.full([1, drawn["X"].size(1)], 7.0, torch.float64)]);
        Tensor G = torch.cat([drawn["G"], torch.ones(1, X.size(1), torch.float64)]);
        DerivationPoint point = With(drawn, ("X", X), ("G", G));

        Agrees(point);
        Assert.True(point.Derivation.Gradient(point)["X"].narrow(0, 0, X.size(0) - 1).allclose(drawn.Derivation.Gradient(drawn)["X"]));
    }

    [Fact]
    public void A_row_of_zeros_has_a_cosine_of_0_with_everything()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        DerivationPoint point = Cosine([[0.0, 0.0], [3.0, 4.0], [0.0, 0.0]], [[1.0, 2.0], [0.0, 0.0], [0.0, 0.0]], ε: 1e-8);

        Assert.Equal(0, point.Derivation.Loss(point).ToDouble());
        Agrees(point);
    }

    [Fact]
    public void Where_ε_is_wide_differences_see_the_slope_at_zero_too()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        DerivationPoint point = Cosine([[0.0, 0.0], [3.0, 4.0]], [[1.0, 2.0], [0.0, 0.0]], ε: 0.1);
        Assert.InRange(DerivationAnswers.FromDifferences(point), 0, 1e-8);
    }

    [Theory]
    [InlineData(1e-4)]
    [InlineData(1e-2)]
    [InlineData(1.0)]
    public void A_cosine_in_float32_at_a_length_of_ε_is_at_a_kink_and_not_wrong(double length)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        IDerivation cosine = DerivationCatalogue.ByName("cosine-similarity");
        Tensor X = torch.tensor([(float)(0.6 * length), (float)(0.8 * length)]).reshape(1, 2);
        Tensor Y = torch.tensor([1f, 2f]).reshape(1, 2);
        Tensor ε = torch.linalg.vector_norm(X, 2, [1L])[0];
        var point = new DerivationPoint(cosine, ("X", X), ("Y", Y), ("ε", ε), ("G", torch.ones(1)));
        using var source = new DerivationSource(point);
        var verdict = GradientVerdict.Of(source, source.Autograd, source.Batch, () => cosine.Kinks(source.Point));

        Assert.Equal(0, verdict.Count(CoordinateLabel.Wrong));
        Assert.True(verdict.Count(CoordinateLabel.Kink) > 0);
    }

    [Theory]
    [InlineData("logistic-bce", "w")]
    [InlineData("softmax-cross-entropy", "W")]
    [InlineData("two-layer-perceptron", "W2")]
    [InlineData("two-layer-perceptron", "W1")]
    [InlineData("perceptron", "W4")]
    [InlineData("attention", "Q")]
    public void Logits_of_800_and_more_do_not_overflow(string name, string weight)
    {
        IDerivation derivation = DerivationCatalogue.ByName(name);
        for (int seed = 0; seed < 20; seed++)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            DerivationPoint drawn = derivation.Draw(seed);
            Agrees(With(drawn, (weight, drawn[weight] * 1000)));
        }
    }

    [Theory]
    [InlineData(800.0)]
    [InlineData(-800.0)]
    public void A_single_logit_of_800_costs_nothing_where_it_is_right_and_its_size_where_it_is_wrong(double z)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        DerivationPoint point = Logistic(z, y: 1);

        Assert.Equal(Math.Max(0, -z), point.Derivation.Loss(point).ToDouble());
        Assert.Equal(z > 0 ? 0 : -1, point.Derivation.Gradient(point)["b"].ToDouble());
        Agrees(point);
    }

    [Theory]
    [InlineData("sigmoid")]
    [InlineData("tanh")]
    [InlineData("relu")]
    [InlineData("gelu")]
    public void Activations_stay_finite_far_out(string name)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor Z = torch.tensor(new double[,] { { 800, -800, 40 }, { -40, 1e300, -1e300 } });
        Agrees(new DerivationPoint(DerivationCatalogue.ByName(name), ("Z", Z), ("G", torch.ones_like(Z))));
    }

    [Fact]
    public void A_batch_of_one_row_is_all_mean_so_that_its_normalised_X_no_longer_matters()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        DerivationPoint drawn = DerivationCatalogue.ByName("batch-norm").Draw(seed: 2);
        DerivationPoint point = With(drawn, ("X", drawn["X"].narrow(0, 0, 1)), ("G", drawn["G"].narrow(0, 0, 1)));

        Agrees(point);
        Assert.Equal(0, point.Derivation.Gradient(point)["X"].abs().max().ToDouble());
    }

    [Theory]
    [InlineData("linear-mse", "X y")]
    [InlineData("linear-mae", "X y")]
    [InlineData("logistic-bce", "X y")]
    [InlineData("softmax-cross-entropy", "X y")]
    [InlineData("two-layer-perceptron", "X y")]
    [InlineData("perceptron", "X y")]
    [InlineData("linear-layer", "X G")]
    [InlineData("layer-norm", "X G")]
    [InlineData("dropout", "X M G")]
    [InlineData("cosine-similarity", "X Y G")]
    [InlineData("attention", "Q G")]
    public void A_batch_of_one_row_is_a_batch(string name, string ofRows)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        DerivationPoint drawn = DerivationCatalogue.ByName(name).Draw(seed: 6);
        Agrees(With(drawn, [.. ofRows.Split(' ').Select(letter => (letter, drawn[letter].narrow(0, 0, 1)))]));
    }

    [Fact]
    public void With_one_key_there_is_no_choice_and_only_its_value_matters()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        DerivationPoint drawn = DerivationCatalogue.ByName("attention").Draw(seed: 3);
        DerivationPoint point = With(drawn, ("K", drawn["K"].narrow(0, 0, 1)), ("V", drawn["V"].narrow(0, 0, 1)));

        Agrees(point);
        Assert.Equal(0, point.Derivation.Gradient(point)["Q"].abs().max().ToDouble());
    }

    [Fact]
    public void At_the_kink_of_a_ReLU_the_subgradient_is_0()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor Z = torch.tensor(new double[,] { { 0.0, -0.0 } });
        var point = new DerivationPoint(DerivationCatalogue.ByName("relu"), ("Z", Z), ("G", torch.ones_like(Z)));
        Assert.Equal([0.0, 0.0], DerivationAnswers.ByHand(point));
        Agrees(point);
    }

    [Fact]
    public void At_the_kink_of_the_absolute_error_the_subgradient_is_0()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        var point = new DerivationPoint(
            DerivationCatalogue.ByName("linear-mae"), ("X", torch.tensor(new double[,] { { 2 } })), ("y", torch.tensor([7.0])),
            ("w", torch.tensor([3.0])), ("b", torch.tensor(1.0)));
        Assert.Equal([0.0, 0.0], DerivationAnswers.ByHand(point));
        Agrees(point);
    }

    private static void Agrees(DerivationPoint point)
    {
        Assert.All(DerivationAnswers.ByHand(point), number => Assert.True(double.IsFinite(number)));
        Assert.True(double.IsFinite(point.Derivation.Loss(point).ToDouble()));
        Assert.InRange(DerivationAnswers.FromAutograd(point), 0, 1e-10);
    }

    private static DerivationPoint With(DerivationPoint point, params (string Name, Tensor Value)[] changed)
    {
        var inputs = point.Derivation.Inputs.ToDictionary(input => input.Name, input => point[input.Name]);
        foreach ((string name, Tensor value) in changed)
            inputs[name] = value;
        return new DerivationPoint(point.Derivation, inputs);
    }

    private static DerivationPoint Cosine(double[][] x, double[][] y, double ε) => new(
        DerivationCatalogue.ByName("cosine-similarity"), ("X", Rows(x)), ("Y", Rows(y)), ("ε", torch.tensor(ε)),
        ("G", torch.linspace(1, 2, x.Length, torch.float64)));

    private static Tensor Rows(double[][] rows) => torch.tensor(rows.SelectMany(row => row).ToArray(), [rows.Length, rows[0].Length]);

    private static DerivationPoint Logistic(double z, double y) => new(
        DerivationCatalogue.ByName("logistic-bce"), ("X", torch.ones(1, 1, torch.float64)), ("y", torch.tensor([y])),
        ("ω", torch.tensor(1.0)),
        ("w", torch.tensor([z])), ("b", torch.tensor(0.0)));
}
