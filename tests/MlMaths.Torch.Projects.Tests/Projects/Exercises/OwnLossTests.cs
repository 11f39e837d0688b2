using MlMaths.Torch.Exercises.Checking;
using MlMaths.Torch.Exercises.OwnLosses;
using MlMaths.Torch.Exercises.Workbench;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>A learner's own loss as its code is read, followed as steps, and graded.</summary>
public sealed class OwnLossTests
{
    private const string Net =
        """
        (Tensor X, Tensor y) = (at["X"], at["y"]);
        Tensor W1 = at["W1"], b1 = at["b1"], W2 = at["W2"];
        Tensor Z = X.mm(W1) + b1;
        Tensor A = Z.relu();
        Tensor S = A.mm(W2);
        """;

    private const string NetLoss = Net + "return torch.nn.functional.cross_entropy(S, y) + at[\"λ\"] / 2 * W1.pow(2).sum();";

    private const string NetBack = Net +
        """
        Tensor dS = (S.softmax(1) - torch.nn.functional.one_hot(y, W2.size(1))) / X.size(0);
        Tensor dW2 = A.t().mm(dS);
        Tensor dZ = dS.mm(W2.t()) * (Z > 0);
        Tensor dW1 = X.t().mm(dZ) + at["λ"] * W1;
        Tensor db1 = dZ.sum(dim: 0);
        """;

    private static readonly string[] NetInputs = ["X [n, d]", "y [n] class", "λ [] from 0"],
        NetParameters = ["W1 [d, h]", "b1 [h]", "W2 [h, C]"];

    [Fact]
    public void Every_word_that_is_followed_leads_to_the_gradient_that_autograd_has()
    {
        string[] losses =
        [
            "(z.exp() - y * z).mean()", "torch.nn.functional.binary_cross_entropy_with_logits(z, c)", "(z - y).abs().sum() / X.size(0)",
            "torch.log(1 + (-z).exp()).mean() + z.norm()", "(torch.nn.functional.softplus(z) - c * z).mean() + 0.5 * w.dot(w)",
            "(z.sigmoid() - c).square().mean([0])", "((z * w.sum()).tanh() / (1 + y)).sum()", "torch.maximum(z, y).pow(3).mean()",
            "(M - M.mean([1], keepdim: true)).square().sum()", "(M.softmax(1) * M).sum(dim: 1).exp().sqrt().mean()",
            "(M.logsumexp(1) - z).sum()", "torch.nn.functional.mse_loss(z.unsqueeze(1) + M, M.log_softmax(1))",
            "(z.erf() + z.square().log1p() + y.rsqrt() * z.pow(-1)).sum()", "M.t().mm(M).square().sum() / Math.Sqrt(X.shape[1])",
            "torch.nn.functional.l1_loss(z.clamp_min(0), y) - z.abs().sqrt().neg().sum()",
        ];
        foreach (string loss in losses)
        {
            string body = "Tensor X = at[\"X\"], y = at[\"y\"], c = at[\"c\"], w = at[\"w\"], V = at[\"V\"]; "
                + $"Tensor z = X.mv(w) + at[\"b\"]; Tensor M = X.mm(V); return {loss} + 0 * M.sum() + 0 * z.sum();";
            LossGrade grade = Graded(
                ["X [n, d]", "y [n] above 0", "c [n] 0 or 1"], ["w [d]", "b []", "V [d, h]"], body,
                "Tensor dw = torch.zeros_like(at[\"w\"]), db = torch.zeros_like(at[\"b\"]), dV = torch.zeros_like(at[\"V\"]);");
            Assert.Equal((loss, ""), (loss, string.Join(" ", grade.Remarks)));
            Assert.Equal(3, grade.Steps.Count);
        }
    }

    [Theory]
    [InlineData("", "", "", "right right right", "", "")]
    [InlineData(" * (Z > 0)", "", "W1", "wrong wrong right", "forgotten-derivative", "A' in dZ = dA ⊙ A'")]
    [InlineData(" / X.size(0)", "", "b1", "wrong wrong wrong", "sum-for-mean", "1/n in dS")]
    [InlineData("X.t().mm(dZ) + ", "", "W1", "wrong right right", "forgotten-path", "Xᵀ dZ in dW1")]
    [InlineData("at[\"λ\"] * W1", "at[\"λ\"] * W1.t().t() * 2", "W1", "wrong right right", "factor-two", "λ · W1 in dW1")]
    [InlineData("(dim: 0)", "(0)", "b1", "right misshapen right", "summed-to-one", "db1 = Σᵢ dZ")]
    public void Mistakes_in_a_net_with_a_penalty_are_named_with_the_step(
        string from, string to, string of, string verdicts, string id, string where)
    {
        string back = from.Length == 0 ? NetBack : NetBack.Replace(from, to, StringComparison.Ordinal);
        LossGrade grade = Graded(NetInputs, NetParameters, NetLoss, back);
        Assert.Equal(verdicts, string.Join(' ', grade.Grade.Parameters.Select(one => one.Verdict.ToString().ToLowerInvariant())));
        if (of.Length == 0) return;
        GradedMistake mistake = grade.Grade.Parameters.Single(one => one.Name == of).Mistakes[0];
        Assert.Equal(id, mistake.Id);
        Assert.Contains(where, mistake.Where, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_in_a_loop_is_graded_and_the_line_that_is_not_followed_is_named()
    {
        LossGrade grade = Graded(
            ["x [n]"], ["w []"],
            "Tensor s = at[\"w\"] * 0;\nfor (int i = 0; i < at[\"x\"].size(0); i++)\ns = s + at[\"x\"][i] * at[\"w\"];\nreturn s;",
            "Tensor dw = at[\"x\"].sum();");
        Assert.True(grade.Grade.IsRight);
        Assert.Empty(grade.Steps);
        Assert.Contains("(line 8: 'for')", Assert.Single(grade.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_loss_throws_is_said_with_its_line()
    {
        UserMistakeException mistake = Assert.Throws<UserMistakeException>(() =>
            Graded(["x [n]"], ["w [d]"], "\nreturn (at[\"x\"] * at[\"w\"]).sum();", "Tensor dw = at[\"w\"];"));
        Assert.StartsWith("line 8: it throws an exception: The size of tensor a", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_stub_compiles_is_followed_and_said_to_be_unwritten()
    {
        string text = CheckFiles.StubOf("own-loss").Text("../..");
        LossGrade grade = LossGrader.Of(LearnerCompiler.Compile(text).Assembly!, text, 7);
        Assert.Equal(["z = X w + b", "L = Σ (exp(z) − y ⊙ z)/n"], grade.Steps);
        Assert.True(grade.Grade.IsUnwritten);
    }

    private static LossGrade Graded(string[] given, string[] parameters, string loss, string back)
    {
        static string Lines(string[] lines) => string.Join(", ", lines.Select(line => $"\"{line}\""));
        string slopes = string.Join(", ", parameters.Select(line => line.Split(' ')[0]).Select(name => $"[\"{name}\"] = d{name}"));
        string text =
            "using MlMaths.Torch.Calculus;\nusing TorchSharp;\nusing Tensor = TorchSharp.torch.Tensor;\n"
            + $"class Answer : IOwnLoss {{\npublic IReadOnlyList<string> Given => [{Lines(given)}];\n"
            + $"public IReadOnlyList<string> Parameters => [{Lines(parameters)}];\n"
            + $"public Tensor Loss(DerivationPoint at) {{ {loss} }}\n"
            + "public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at) { "
            + $"{back} return new Dictionary<string, Tensor> {{ {slopes} }}; }}\n}}\n";
        (LearnerAssembly? answer, IReadOnlyList<CompileFault> faults) = LearnerCompiler.Compile(text);
        Assert.Empty(faults);
        return LossGrader.Of(answer!, text, seed: 7);
    }
}
