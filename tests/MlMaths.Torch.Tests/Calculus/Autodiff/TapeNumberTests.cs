using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Tests.Calculus;

/// <summary>Numbers that write down what is calculated with them, against libtorch's autograd.</summary>
public sealed class TapeNumberTests
{
    [Fact]
    public void A_loss_written_as_one_writes_it_has_the_gradients_of_autograd()
    {
        Tape tape = new();
        TapeNumber w = TapeNumber.Variable(tape, 2), b = TapeNumber.Variable(tape, 0.5), x = TapeNumber.Constant(tape, -1);
        TapeNumber loss = (1 + (-(w * x + b)).Exp()).Log();

        using DisposeScope scope = torch.NewDisposeScope();
        Tensor tw = torch.tensor(2.0, requires_grad: true), tb = torch.tensor(0.5, requires_grad: true);
        Tensor expected = torch.log(1 + torch.exp(-(tw * -1.0 + tb)));
        expected.backward();

        Assert.Equal(expected.item<double>(), loss.Value[0], 1e-15);
        Assert.Equal(tw.grad!.item<double>(), loss.Gradient(w)[0], 1e-15);
        Assert.Equal(tb.grad!.item<double>(), loss.Gradient(b)[0], 1e-15);
    }

    [Fact]
    public void Every_operator_and_function_agrees_with_autograd_on_vectors()
    {
        Tape tape = new();
        double[] numbers = [0.3, 1.7, -0.4];
        TapeNumber a = TapeNumber.Variable(tape, numbers), c = TapeNumber.Variable(tape, 2.5);
        TapeNumber loss = ((2 - a) / (c + 1) - 3 * a.Tanh() + a.Sigmoid() / 4 + 1 / (a * a + 2) - (a - 1).Relu() + 0.5 * c).Sum();

        using DisposeScope scope = torch.NewDisposeScope();
        Tensor ta = torch.tensor(numbers, requires_grad: true), tc = torch.tensor(2.5, requires_grad: true);
        Tensor expected = ((2 - ta) / (tc + 1) - 3 * ta.tanh() + ta.sigmoid() / 4 + 1 / (ta * ta + 2) - (ta - 1).relu() + 0.5 * tc).sum();
        expected.backward();

        Assert.Equal(expected.item<double>(), loss.Value[0], 1e-14);
        Assert.All(ta.grad!.data<double>().Zip(loss.Gradient(a)), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
        Assert.Equal(tc.grad!.item<double>(), loss.Gradient(c)[0], 1e-14);
    }

    [Fact]
    public void What_cannot_be_asked_is_refused()
    {
        Tape tape = new(), other = new();
        TapeNumber w = TapeNumber.Variable(tape, 2), x = TapeNumber.Constant(tape, 3), loss = w * x;
        Assert.Throws<ArgumentException>(() => loss.Gradient(x));
        Assert.Throws<InvalidOperationException>(() => w.Gradient(w));
        Assert.Throws<ArgumentException>(() => w + TapeNumber.Variable(other, 1));
    }
}
