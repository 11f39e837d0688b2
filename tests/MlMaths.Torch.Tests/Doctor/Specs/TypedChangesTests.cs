using System.Text.Json.Nodes;
using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.Tests.Doctor;

/// <summary>Fields and values as a person types them.</summary>
public sealed class TypedChangesTests
{
    [Theory]
    [InlineData("rule.learning_rate 0.01", "rule.learning_rate=0.01")]
    [InlineData("rule.learning_rate=0.01", "rule.learning_rate=0.01")]
    [InlineData("rule.rate 0.01", "rule.learning_rate=0.01")]
    [InlineData("learning_rate 1e-3", "rule.learning_rate=1e-3")]
    [InlineData("set rule.rate to 0.01, and set net.output to none", "rule.learning_rate=0.01", "net.output=\"none\"")]
    [InlineData("net.hidden [64, 32], data.scaling standard", "net.hidden=[64,32]", "data.scaling=\"standard\"")]
    [InlineData("net.hidden=[64,32] data.scaling=standard", "net.hidden=[64,32]", "data.scaling=\"standard\"")]
    [InlineData("net.hidden 64", "net.hidden=[64]")]
    [InlineData("rule.learning_rate default; training.batch default", "rule.learning_rate=null", "training.batch=32")]
    [InlineData("training.early_stopping null", "training.early_stopping=null")]
    [InlineData("slips.softmax_twice false", "slips.softmax_twice=false")]
    [InlineData("""{"rule": {"learning_rate": 0.01}, "net": {"hidden": []}}""", "rule.learning_rate=0.01", "net.hidden=[]")]
    [InlineData("""{"net.output": "none"}""", "net.output=\"none\"")]
    public void Fields_and_values_are_read(string typed, params string[] meant) => Assert.Equal(
        meant, TypedChanges.Read(typed).Select(change => $"{change.Path}={change.Value?.ToJsonString() ?? "null"}"));

    [Theory]
    [InlineData("", "Type a field and its new value")]
    [InlineData("rule.learning_rate", "is no field with its value")]
    [InlineData("rule.learning_rat 3", "did you mean rule.learning_rate?")]
    [InlineData("kind sgd", "may be loss.kind or rule.kind")]
    [InlineData("nets.hidden [3]", "is no field: a field is a part (data, net, loss, rule, training, slips)")]
    [InlineData("net.hidden.first 3", "is no field")]
    [InlineData("net.bias true, net.bias false", "net.bias is changed twice")]
    [InlineData("{\"net\": ", "This is no JSON")]
    [InlineData("[3]", "is no field with its value")]
    [InlineData("net.hidden [3", "is no field with its value")]
    public void What_makes_no_sense_gets_a_sentence(string typed, string says) =>
        Assert.Contains(says, Assert.Throws<UserMistakeException>(() => TypedChanges.Read(typed)).Message, StringComparison.Ordinal);

    [Fact]
    public void Whatever_is_typed_is_a_training_or_a_sentence()
    {
        string[] pieces =
        [
            "net.hidden", "rule.rate", "data.set", "slips.frozen_layers", " ", "=", ",", "[", "]", "64", "1e999", "-1", "NaN", "\"",
            "{", "}", ":", "default", "null", "set ", " to ", " and ", "\"net\"", "\0", "σ", "[1, [2]]",
            "{\"net\": {\"hidden\": ", "\ud800",
        ];
        TrainingSpec spec = TrainingSpec.Parse("{}");
        Random chance = new(1);
        int trainings = 0;
        for (int round = 0; round < 5000; round++)
        {
            string typed = string.Concat(Enumerable.Range(0, chance.Next(1, 9)).Select(_ => pieces[chance.Next(pieces.Length)]));
            try
            {
                spec.With(TypedChanges.Read(typed));
                trainings++;
            }
            catch (UserMistakeException mistake)
            {
                Assert.NotEmpty(mistake.Message);
            }
        }

        Assert.True(trainings > 10);
    }

    [Fact]
    public void A_value_that_a_field_may_not_have_is_told_by_the_spec()
    {
        TrainingSpec spec = TrainingSpec.Parse("{}");
        string says = Assert.Throws<UserMistakeException>(() => spec.With(TypedChanges.Read("net.activation rellu"))).Message;
        Assert.Equal("net.activation is 'rellu', and may be relu, tanh, gelu, sigmoid or none: for instance \"relu\".", says);
        JsonObject changed = spec.With(TypedChanges.Read("net.hidden 7, rule.rate 0.5")).Whole;
        Assert.Equal("[7]", changed["net"]!["hidden"]!.ToJsonString());
        Assert.Equal(0.5, changed["rule"]!["learning_rate"]!.GetValue<double>());
    }
}
